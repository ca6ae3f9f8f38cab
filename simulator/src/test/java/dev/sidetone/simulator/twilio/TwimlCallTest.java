package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.TwilioSignature;
import dev.sidetone.simulator.twilio.twiml.TwimlFindings;
import dev.sidetone.simulator.twilio.twiml.TwimlRun;
import dev.sidetone.simulator.twilio.webhook.WebhookForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What happens around the stream, verb by verb. */
class TwimlCallTest {
    private static final String STREAM_THEN_ACTION =
            "<Response><Connect action='/after?x=1'><Stream url='/media'/></Connect><Say>never</Say></Response>";

    private final TestServer server = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller caller = new TickingCaller();

    @Test
    void theActionIsAskedWhenTheServerClosesAndItsWordsAreHeard() {
        List<String> spoken = new ArrayList<>();
        byte[] sorry = new byte[400];
        Arrays.fill(sorry, (byte) 0x21);
        line.words = text -> {
            spoken.add(text);
            return CompletableFuture.completedFuture(sorry);
        };
        server.twiml("/voice", STREAM_THEN_ACTION)
                .twiml("/after", "<Response><Say>We are <b>sorry</b>.</Say><Hangup/></Response>");
        line.call(caller, Duration.ofMillis(100));
        int before = caller.heard.size();

        server.wire().close(1000, "");
        line.pass(Duration.ofSeconds(1));

        RequestHandler.Request after = server.requests.get(1);
        assertThat(after.method()).isEqualTo("POST");
        assertThat(after.query()).isEqualTo("x=1");
        assertThat(after.body())
                .contains("CallStatus=in-progress")
                .contains("CallSid=" + line.placed().callSid());
        assertThat(after.headers().get("x-twilio-signature"))
                .isEqualTo(TwilioSignature.sign(
                        CallPlan.TEST_AUTH_TOKEN,
                        "http://localhost:8080/after?x=1",
                        WebhookForm.fields(
                                CallPlan.to(ManualLine.VOICE), line.placed().callSid(), "in-progress")));
        assertThat(spoken).containsExactly("We are sorry.");
        List<LineFrame> apology = caller.heard.subList(before, caller.heard.size()).stream()
                .filter(frame -> !frame.equals(LineFrame.SILENCE))
                .toList();
        assertThat(apology).hasSize(3);
        assertThat(apology.get(2).code(79)).isEqualTo((byte) 0x21);
        assertThat(apology.get(2).code(80)).isEqualTo((byte) 0xFF);
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
        assertThat(line.facts.findings()).isEmpty();
    }

    @Test
    void theActionAfterAStreamThatCouldNotOpenIsThatOfACallInProgress() {
        server.refuses(404);
        server.twiml("/voice", STREAM_THEN_ACTION).twiml("/after", "<Response><Hangup/></Response>");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.findingCodes()).containsExactly("31920");
        assertThat(server.requests.get(1).body()).contains("CallStatus=in-progress");
    }

    @Test
    void anActionByGetCarriesItsFieldsInTheQuery() {
        server.twiml("/voice", STREAM_THEN_ACTION.replace("x=1'", "x=1' method='GET'"))
                .twiml("/after", "<Response/>");
        line.call(caller, Duration.ofMillis(100));

        server.wire().close(1000, "");
        line.pass(Duration.ofSeconds(1));

        RequestHandler.Request after = server.requests.get(1);
        assertThat(after.method()).isEqualTo("GET");
        assertThat(after.body()).isEmpty();
        assertThat(after.query()).startsWith("x=1&Called=");
        assertThat(after.headers().get("x-twilio-signature"))
                .isEqualTo(TwilioSignature.sign(
                        CallPlan.TEST_AUTH_TOKEN, "http://localhost:8080/after?" + after.query(), Map.of()));
    }

    @Test
    void withoutAnActionTheNextVerbFollows() {
        server.twiml("/voice", "<Response><Connect><Stream url='/media'/></Connect><Pause length='2'/></Response>");
        line.call(caller, Duration.ofMillis(100));

        server.wire().close(1000, "");
        line.pass(Duration.ofMillis(1_900));
        assertThat(line.facts.of(Fact.CallEnded.class)).isEmpty();
        line.pass(Duration.ofMillis(200));

        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void theGridGoesOnWhileTwilioPlaysAndTicksKeepTheirNumbers() {
        server.twiml("/voice", "<Response><Connect><Stream url='/media'/></Connect><Pause length='1'/></Response>");
        line.call(caller, Duration.ofMillis(100));
        server.wire().close(1000, "");
        line.pass(Duration.ofSeconds(2));

        List<Fact.Tick> ticks = line.facts.of(Fact.Tick.class);
        for (int i = 0; i < ticks.size(); i++) {
            assertThat(ticks.get(i).tick()).isEqualTo(i);
            assertThat(ticks.get(i).atNs()).isEqualTo(ticks.get(0).atNs() + i * LineFrame.NS);
        }
        assertThat(ticks).hasSizeGreaterThan(50);
    }

    @Test
    void wordsBeforeTheStreamAreHeardFirstAndTicksCountFromTheAnswer() {
        byte[] welcome = new byte[800];
        Arrays.fill(welcome, (byte) 0x21);
        line.words = text -> CompletableFuture.completedFuture(welcome);
        server.twiml("/voice", "<Response><Say loop='2'>Hi</Say><Connect><Stream url='/media'/></Connect></Response>");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(caller.heard.stream().filter(frame -> !frame.equals(LineFrame.SILENCE)))
                .hasSize(10);
        assertThat(caller.answered).isEqualTo(1);
        Fact.Tick first = line.facts.of(Fact.Tick.class).get(0);
        assertThat(first.tick()).isZero();
        assertThat(first.atNs())
                .isEqualTo(line.facts.one(Fact.CallAnswered.class).atNs() + LineCall.FIRST_NS);
        assertThat(server.texts("\"chunk\":\"1\"").get(0)).containsPattern("\"timestamp\":\"1[0-7][0-9]\"");
    }

    @Test
    void wordsThatCannotBeSpokenDoNotHoldUpTheCall() {
        line.words = text -> CompletableFuture.failedFuture(new IllegalStateException("no voice"));
        server.twiml("/voice", "<Response><Say>Hi</Say><Connect><Stream url='/media'/></Connect></Response>");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.of(Fact.Noted.class))
                .anyMatch(noted -> noted.text().contains("no voice"));
        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void aFailedHandshakeFallsThroughToTheAction() {
        server.refuses(500);
        server.twiml("/voice", STREAM_THEN_ACTION).twiml("/after", "<Response><Hangup/></Response>");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(server.requests).hasSize(2);
        assertThat(line.facts.findingCodes()).containsExactly("31920");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
    }

    @Test
    void anActionThatFailsIsToldAndEndsTheCall() {
        server.twiml("/voice", STREAM_THEN_ACTION);
        line.call(caller, Duration.ofMillis(100));

        server.wire().close(1000, "");
        line.pass(Duration.ofSeconds(1));

        assertThat(line.facts.findingCodes()).containsExactly("11200");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.FAULT);
        assertThat(line.facts.of(Fact.WebhookAnswered.class)).hasSize(1);
        assertThat(line.facts.of(Fact.Noted.class))
                .extracting(Fact.Noted::text)
                .contains("Twilio says: We are sorry. An application error has occurred. Goodbye.");
    }

    @Test
    void aVerbOfALaterVersionIsNamedAndTheCallHungUp() {
        server.twiml("/voice", "<Response><Connect><Stream url='/media'/></Connect><Record/></Response>");
        line.call(caller, Duration.ofMillis(100));

        server.wire().close(1000, "");
        line.pass(Duration.ofSeconds(1));

        assertThat(line.facts.findingCodes()).containsExactly(TwimlFindings.NOT_CARRIED_OUT);
        assertThat(line.facts.findings().get(0).what()).contains("<Record>");
        assertThat(line.facts.findings().get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(line.outcome().why()).contains("<Record>");
    }

    @Test
    void aVerbThatTwilioDoesNotKnowIsSkippedAndToldOnce() {
        server.twiml("/voice", "<Response>" + "<connect/>".repeat(5_000) + TestServer.STREAM.substring(10));

        line.call(caller, Duration.ofMillis(100));

        assertThat(line.facts.findingCodes()).containsExactly("12200");
        assertThat(line.facts.findings().get(0).what()).contains("<connect>");
        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void aServerThatGoesRoundInACircleIsStopped() {
        server.twiml("/voice", "<Response><Connect action='/voice'><Stream url='/media'/></Connect></Response>");
        server.refuses(503);

        line.call(caller, Duration.ofSeconds(5));

        assertThat(line.facts.findingCodes()).contains("redirect-loop");
        assertThat(server.requests).hasSize(TwimlRun.MOST_DOCUMENTS + 1);
        assertThat(line.outcome().by()).isEqualTo(EndedBy.FAULT);
    }

    @Test
    void aSecondStreamOfTheCallHasItsOwnNameAndCountsAnew() {
        server.twiml("/voice", STREAM_THEN_ACTION).twiml("/after", TestServer.STREAM);
        line.call(caller, Duration.ofMillis(100));

        server.wire().close(1000, "");
        line.pass(Duration.ofMillis(200));

        List<Fact.StreamStarted> started = line.facts.of(Fact.StreamStarted.class);
        assertThat(started).hasSize(2);
        assertThat(started.get(0).streamSid()).isNotEqualTo(started.get(1).streamSid());
        assertThat(server.texts("\"chunk\":\"1\""))
                .hasSize(2)
                .allMatch(text -> text.matches(".*\"timestamp\":\"1\\d\\d\".*"));
        assertThat(line.facts.of(Fact.Tick.class)).extracting(Fact.Tick::tick).doesNotHaveDuplicates();
    }
}
