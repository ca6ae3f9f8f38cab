package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.NumberSetup;
import dev.sidetone.simulator.twilio.twiml.TwimlRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verbs that lead elsewhere or end the call. */
class VerbCallTest {
    private static final String STREAM = "<Connect><Stream url='/media'/></Connect>";

    private final TestServer server = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller caller = new TickingCaller();

    @ParameterizedTest
    @CsvSource({
        "next,                        /next, ",
        "/next?a=1,                   /next, a=1",
        "?a=1,                        /voice, a=1",
        "http://localhost:8080/next#x, /next, "
    })
    void aRedirectLeadsToAnotherDocumentBeforeTheCallIsPickedUp(String url, String path, String query) {
        server.page("/next", 200, "text/xml", TestServer.STREAM);
        voice("<Redirect>" + url + "</Redirect><Say>never</Say>");

        line.call(caller, Duration.ofMillis(1));

        RequestHandler.Request asked = server.requests.get(1);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo(path);
        assertThat(asked.query()).isEqualTo(query);
        assertThat(asked.body()).contains("CallStatus=ringing");
        line.pass(Duration.ofMillis(100));
        assertThat(line.facts.of(Fact.Noted.class)).isEmpty();
    }

    @Test
    void aRedirectAfterTheStreamIsOfACallInProgress() {
        server.twiml("/next", "<Response><Hangup/></Response>");
        voice(STREAM + "<Redirect method='GET'>/next</Redirect>");
        line.call(caller, Duration.ofMillis(100));

        server.wire().close(1000, "");
        line.pass(Duration.ofMillis(100));

        assertThat(server.requests.get(1).method()).isEqualTo("GET");
        assertThat(server.requests.get(1).query()).contains("CallStatus=in-progress");
        assertThat(line.facts.findings()).isEmpty();
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
    }

    @Test
    void aRedirectToItselfIsStopped() {
        voice("<Redirect/>");

        line.call(caller, Duration.ofSeconds(5));

        assertThat(server.requests).hasSize(TwimlRun.MOST_DOCUMENTS + 1);
        assertThat(line.facts.findingCodes()).containsExactly("redirect-loop");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.FAULT);
    }

    @Test
    void aCallThatIsKeptOnHoldByRedirectsIsNoCircle() {
        voice("<Say>Hold the line.</Say><Pause length='2'/><Redirect/>");

        line.call(caller, Duration.ofSeconds(400));

        assertThat(server.requests).hasSizeGreaterThan(TwimlRun.MOST_DOCUMENTS + 10);
        assertThat(line.facts.findings()).isEmpty();
        assertThat(line.facts.of(Fact.CallEnded.class)).isEmpty();
    }

    @Test
    void aRedirectToNowhereEndsTheCall() {
        voice("<Redirect>mailto:me@example.com</Redirect>");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.findingCodes()).containsExactly("11100");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.FAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "<Reject/>,                rejected, no-answer",
        "<Reject reason='busy'/>,  busy,     busy",
        "<Reject reason='tired'/>, rejected, no-answer"
    })
    void aRejectedCallIsNeverPickedUp(String verb, String reason, String status) {
        voice(verb + STREAM);
        server.page("/status", 204, "text/plain", "");
        NumberSetup told = NumberSetup.PLAIN.withCallback(ManualLine.VOICE.resolve("/status"), "POST", Set.of());

        line.call(CallPlan.to(ManualLine.VOICE).having(told), caller, Duration.ofSeconds(1));

        assertThat(server.requests.get(1).body()).contains("CallStatus=" + status + "&", "CallDuration=0");

        assertThat(caller.answered).isZero();
        assertThat(server.upgrades).isEmpty();
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
        assertThat(line.outcome().why()).endsWith(reason);
        assertThat(line.outcome().failed()).isFalse();
    }

    @Test
    void aPauseBeforeAnythingIsHeardPutsThePickUpOff() {
        voice("<Pause length='3'/>" + STREAM);

        line.call(caller, Duration.ofMillis(2_900));
        assertThat(caller.answered).isZero();
        line.pass(Duration.ofMillis(200));

        assertThat(caller.answered).isEqualTo(1);
        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void aCallThatIsNotPickedUpEndsInTheEnd() {
        voice("<Pause length='3600'/>" + STREAM);

        line.call(caller, Duration.ofMinutes(3));

        assertThat(line.facts.findingCodes()).containsExactly("stream-never-came");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.TIMEOUT);
    }

    @Test
    void afterFourHoursTwilioEndsTheCall() {
        voice("<Pause length='0'/><Say>Hi</Say><Pause length='20000'/>" + STREAM);

        line.call(caller, Duration.ofMinutes(239));
        assertThat(line.facts.of(Fact.CallEnded.class)).isEmpty();
        line.pass(Duration.ofMinutes(2));

        assertThat(line.outcome().by()).isEqualTo(EndedBy.TIMEOUT);
        assertThat(line.outcome().why()).contains("4 hours");
    }

    @Test
    void thousandsOfVerbsDoNotGrowTheStack() {
        voice("<Pause length='0'/>".repeat(1_500) + "<Stop><Stream name='a'/></Stop>".repeat(700) + STREAM);

        line.call(caller, Duration.ofMillis(100));

        assertThat(server.upgrades).hasSize(1);
        assertThat(line.facts.findingCodes()).containsOnly("12200");
    }

    @Test
    void wordsThatAreNeverSpokenAreNotWaitedForForEver() {
        line.words = text -> new CompletableFuture<>();
        voice("<Say>Hi</Say>" + STREAM);

        line.call(caller, Duration.ofSeconds(31));

        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void voiceLanguageAndMarkUpOfWordsAreTaken() {
        List<String> spoken = new ArrayList<>();
        line.words = text -> {
            spoken.add(text);
            return CompletableFuture.completedFuture(new byte[160]);
        };
        voice("<Say voice='Polly.Joanna' language='en-GB'>We <break time='1s'/><emphasis>are</emphasis> open.</Say>"
                + STREAM);

        line.call(caller, Duration.ofSeconds(1));

        assertThat(spoken).containsExactly("We are open.");
        assertThat(line.facts.findings()).isEmpty();
    }

    @Test
    void plainTextIsSpokenAndEndsTheCall() {
        server.page("/voice", 200, "text/plain; charset=utf-8", "We are <closed>.");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.of(Fact.Noted.class))
                .extracting(Fact.Noted::text)
                .containsExactly("Twilio says: We are <closed>.");
        assertThat(line.facts.findingCodes()).containsExactly("stream-never-came");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
    }

    @Test
    void aSoundInPlaceOfADocumentIsPlayedAndEndsTheCall() {
        server.page("/voice", 200, "audio/basic", "!".repeat(480));

        line.call(caller, Duration.ofSeconds(1));

        assertThat(caller.heard).filteredOn(heard -> heard.code(0) == '!').hasSize(3);
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Record/>", "<Enqueue>a</Enqueue>", "<Connect><Room>a</Room></Connect>", "<Connect/>"})
    void whatTwilioWouldStayInAndThisLineDoesNotEndsTheCall(String verb) {
        voice(verb + STREAM);

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.findingCodes()).contains("not-carried-out");
        assertThat(server.upgrades).isEmpty();
        assertThat(line.outcome().by()).isEqualTo(EndedBy.FAULT);
    }

    @Test
    void whatTwilioWouldStartBesideTheCallIsToldAndLeftOut() {
        voice("<Start><Transcription/></Start>" + STREAM);

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.findingCodes()).containsExactly("not-carried-out");
        assertThat(server.upgrades).hasSize(1);
    }

    private void voice(String verbs) {
        server.page("/voice", 200, "text/xml", "<Response>" + verbs + "</Response>");
    }
}
