package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A {@code <Dial>}: somebody is rung, picks up or not, is heard and hangs up. */
class DialCallTest {
    private static final int RING_FRAMES = 100;

    private final TestServer server = new TestServer().twiml("/after", "<Response><Hangup/></Response>");
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller caller = new TickingCaller();
    private final List<String> spoken = new ArrayList<>();

    DialCallTest() {
        byte[] words = new byte[LineFrame.RATE_HZ];
        Arrays.fill(words, (byte) 0x21);
        line.words = text -> {
            spoken.add(text);
            return CompletableFuture.completedFuture(words);
        };
    }

    @Test
    void theCallerHearsRingBackThenThePersonWhoHangsUpInTheEnd() {
        voice("<Dial action='/after' callerId='+15550100'>+1 (555) 0123</Dial>");

        line.call(caller, Duration.ofSeconds(20));

        assertThat(caller.heard.subList(1, RING_FRAMES)).noneMatch(LineFrame.SILENCE::equals);
        assertThat(caller.heard.subList(RING_FRAMES + 2, 148)).allMatch(LineFrame.SILENCE::equals);
        assertThat(caller.heard.get(160).code(0)).isEqualTo((byte) 0x21);
        assertThat(spoken).hasSize(2);
        assertThat(spoken.get(0)).contains("1 5 5 5 0 1 2 3");
        assertThat(asked().body())
                .contains("DialCallStatus=completed")
                .contains("DialCallDuration=7")
                .contains("DialBridged=true")
                .containsPattern("DialCallSid=CA[0-9a-f]{32}");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
        assertThat(line.facts.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+15550486,                        busy",
        "<Number>+15550480</Number>,       no-answer",
        "+15550404,                        failed",
        "<Client>busy</Client>,            busy",
        "<Sip>sip:no-answer@example.com</Sip>, no-answer",
        "<Client><Identity>failed-one</Identity></Client>, failed"
    })
    void someNumbersAndNamesDoNotPickUp(String whom, String status) {
        voice("<Dial action='/after' timeout='5'>" + whom + "</Dial>");

        line.call(caller, Duration.ofSeconds(10));

        assertThat(asked().body())
                .contains("DialCallStatus=" + status)
                .contains("DialBridged=false")
                .doesNotContain("DialCallDuration");
        assertThat(line.facts.one(Fact.DialEnded.class).status()).isEqualTo(status);
        assertThat(line.facts.of(Fact.DialAnswered.class)).isEmpty();
        assertThat(spoken).isEmpty();
    }

    @Test
    void whoIsRungTooShortlyDoesNotPickUp() {
        voice("<Dial action='/after' timeout='2'>+15550123</Dial>");

        line.call(caller, Duration.ofSeconds(3));

        assertThat(asked().body()).contains("DialCallStatus=no-answer");
    }

    @Test
    void ofSeveralTheOneWhoPicksUpIsTalkedTo() {
        voice("<Dial><Number>+15550486</Number><Client>alice</Client></Dial>");

        line.call(caller, Duration.ofSeconds(20));

        assertThat(line.facts.one(Fact.DialBegan.class).to()).isEqualTo("client:alice");
        assertThat(spoken.get(0)).contains("alice");
    }

    @Test
    void withoutAnActionTheNextVerbFollows() {
        voice("<Dial>+15550486</Dial><Say>Nobody is there.</Say>");

        line.call(caller, Duration.ofSeconds(5));

        assertThat(spoken).containsExactly("Nobody is there.");
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aCallerWhoHangsUpEndsBoth() {
        voice("<Dial action='/after'>+15550123</Dial>");

        line.call(caller.at(200, phone -> phone.hangUp()), Duration.ofSeconds(10));

        Fact.DialEnded ended = line.facts.one(Fact.DialEnded.class);
        assertThat(ended.status()).isEqualTo("completed");
        assertThat(ended.talkedNs()).isBetween(900_000_000L, 1_100_000_000L);
        assertThat(line.outcome().by()).isEqualTo(EndedBy.CALLER);
        assertThat(line.facts.last()).isInstanceOf(Fact.CallEnded.class);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aStarHangsUpOnThePersonIfThatWasAskedFor() {
        voice("<Dial action='/after' hangupOnStar='true'>+15550123</Dial>");

        line.call(caller.at(50, phone -> phone.press('*')).at(250, phone -> phone.press('*')), Duration.ofSeconds(6));

        assertThat(asked().body()).contains("DialCallStatus=completed").contains("DialCallDuration=2");
    }

    @Test
    void theTimeLimitEndsTheTalk() {
        voice("<Dial action='/after' timeLimit='2'>+15550123</Dial>");

        line.call(caller, Duration.ofSeconds(6));

        assertThat(asked().body()).contains("DialCallStatus=completed").contains("DialCallDuration=2");
    }

    @Test
    void aPersonWhoseWordsCannotBeSpokenStillHangsUp() {
        line.words = text -> CompletableFuture.failedFuture(new IllegalStateException("no voice"));
        voice("<Dial action='/after'>+15550123</Dial>");

        line.call(caller, Duration.ofSeconds(20));

        assertThat(asked().body()).contains("DialCallStatus=completed");
    }

    @Test
    void whatIsNoNumberIsToldAndFails() {
        voice("<Dial action='/after' callerId='me'>front desk</Dial>");

        line.call(caller, Duration.ofSeconds(2));

        assertThat(line.facts.findingCodes()).containsExactly("13214", "13223");
        assertThat(asked().body()).contains("DialCallStatus=failed");
    }

    @Test
    void aDialToNobodyFailsAndGoesOn() {
        voice("<Dial/><Say>Hello.</Say>");

        line.call(caller, Duration.ofSeconds(3));

        assertThat(line.facts.findingCodes()).containsExactly("12200");
        assertThat(spoken).containsExactly("Hello.");
    }

    @Test
    void aTransferAfterTheStreamIsInTheResult() {
        server.twiml("/voice", "<Response><Connect action='/transfer'><Stream url='/media'/></Connect></Response>");
        server.twiml("/transfer", "<Response><Dial>+15550123</Dial></Response>");
        line.call(caller, Duration.ofSeconds(1));

        server.wire().close(1000, "");
        line.pass(Duration.ofSeconds(20));

        CallFold fold = new CallFold("test");
        line.facts.all().forEach(fold::fold);
        assertThat(fold.result().transfer()).isNotNull().satisfies(transfer -> {
            assertThat(transfer.to()).isEqualTo("+15550123");
            assertThat(transfer.answered()).isTrue();
            assertThat(transfer.atMs()).isBetween(900.0, 1_100.0);
        });
    }

    private void voice(String verbs) {
        server.twiml("/voice", "<Response>" + verbs + "</Response>");
    }

    private RequestHandler.Request asked() {
        return server.requests.get(1);
    }
}
