package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.twiml.TwimlFindings;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Keys pressed outside a stream, and what {@code <Gather>} makes of them. */
class GatherCallTest {
    private static final String AFTER = "<Response><Say>Thank you.</Say><Hangup/></Response>";

    private final TestServer server = new TestServer().twiml("/after", AFTER);
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller caller = new TickingCaller();

    @Test
    void keysGoToTheActionWhenThereAreEnoughOfThem() {
        voice("<Gather action='/after' numDigits='2'/>");

        line.call(caller.at(10, phone -> phone.press('4')).at(30, phone -> phone.press('2')), Duration.ofSeconds(1));

        assertThat(asked().method()).isEqualTo("POST");
        assertThat(asked().body())
                .contains("&Digits=42")
                .contains("&FinishedOnKey=")
                .contains("CallStatus=in-progress");
        assertThat(line.facts.of(Fact.KeyPressed.class))
                .extracting(Fact.KeyPressed::digit)
                .containsExactly('4', '2');
    }

    @Test
    void theFinishingKeyEndsItAndIsNoDigit() {
        voice("<Gather action='/after' method='GET'/>");

        line.call(caller.at(10, phone -> phone.press('7')).at(20, phone -> phone.press('#')), Duration.ofSeconds(1));

        assertThat(asked().method()).isEqualTo("GET");
        assertThat(asked().query()).contains("&Digits=7&FinishedOnKey=%23");
    }

    @Test
    void anotherFinishingKeyMakesHashADigit() {
        voice("<Gather action='/after' finishOnKey='*'/>");

        line.call(caller.at(1, phone -> phone.press('#')).at(2, phone -> phone.press('*')), Duration.ofSeconds(1));

        assertThat(asked().body()).contains("&Digits=%23&FinishedOnKey=*");
    }

    @Test
    void silenceAfterTheLastKeyEndsIt() {
        voice("<Gather action='/after' timeout='2'/>");

        line.call(caller.at(50, phone -> phone.press('9')), Duration.ofMillis(2_900));
        assertThat(server.requests).hasSize(1);
        line.pass(Duration.ofMillis(300));

        assertThat(asked().body()).contains("&Digits=9&");
    }

    @Test
    void withoutAKeyTheNextVerbFollows() {
        voice("<Gather action='/after' timeout='1'/><Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofMillis(900));
        assertThat(server.upgrades).isEmpty();
        line.pass(Duration.ofMillis(300));

        assertThat(server.upgrades).hasSize(1);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void anEmptyResultIsAskedForOnlyWhenItIsWanted() {
        voice("<Gather action='/after' timeout='1' actionOnEmptyResult='true'/>");

        line.call(caller, Duration.ofSeconds(2));

        assertThat(asked().body()).contains("&Digits=&");
    }

    @Test
    void withoutAnActionTheSameDocumentIsAskedAgain() {
        voice("<Gather numDigits='1' timeout='1'/><Hangup/>");

        line.call(caller.at(5, phone -> phone.press('1')), Duration.ofSeconds(3));

        assertThat(server.requests).hasSize(2);
        assertThat(asked().path()).isEqualTo("/voice");
        assertThat(asked().body()).contains("Digits=1");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
    }

    @Test
    void aKeyCutsThePromptShort() {
        byte[] menu = new byte[20 * LineFrame.RATE_HZ];
        Arrays.fill(menu, (byte) 0x21);
        line.words = text -> CompletableFuture.completedFuture(menu);
        voice("<Gather action='/after' timeout='60'><Say>Menu</Say><Pause/><Say>Again</Say></Gather>");

        line.call(caller.at(25, phone -> phone.press('3')), Duration.ofSeconds(2));

        long heard = caller.heard.stream()
                .filter(frame -> !frame.equals(LineFrame.SILENCE))
                .count();
        assertThat(heard).isBetween(24L, 26L);
        line.pass(Duration.ofSeconds(60));
        assertThat(asked().body()).contains("&Digits=3&");
    }

    @Test
    void theTimeoutBeginsWhenThePromptsAreOver() {
        byte[] menu = new byte[3 * LineFrame.RATE_HZ];
        line.words = text -> CompletableFuture.completedFuture(menu);
        voice("<Gather timeout='1'><Say>Menu</Say><Pause length='1'/></Gather><Hangup/>");

        line.call(caller, Duration.ofMillis(4_900));
        assertThat(line.facts.of(Fact.CallEnded.class)).isEmpty();
        line.pass(Duration.ofMillis(300));

        assertThat(line.facts.of(Fact.CallEnded.class)).hasSize(1);
    }

    @Test
    void thousandsOfPromptsDoNotGrowTheStack() {
        voice("<Gather timeout='1'>" + "<Pause length='0'/>".repeat(3_000)
                + "</Gather><Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofSeconds(2));

        assertThat(line.facts.findings()).isEmpty();
        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void speechIsSaidNotToBeRecognisedAndTheCallGoesOn() {
        voice("<Gather input='speech' timeout='1'><Say>Speak</Say></Gather><Connect><Stream url='/media'/></Connect>");

        line.call(caller.at(5, phone -> phone.press('1')), Duration.ofSeconds(3));

        assertThat(line.facts.findingCodes()).containsExactly(TwimlFindings.NOT_CARRIED_OUT);
        assertThat(line.facts.findings().get(0).what()).contains("speech");
        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void aHangUpDuringItEndsTheCallAndAsksNobody() {
        voice("<Gather action='/after' actionOnEmptyResult='true' timeout='1'/>");

        line.call(caller.at(10, phone -> phone.hangUp()), Duration.ofSeconds(5));

        assertThat(server.requests).hasSize(1);
        assertThat(line.outcome().by()).isEqualTo(EndedBy.CALLER);
    }

    @Test
    void aKeyThatNobodyGathersIsLostAndHarmless() {
        voice("<Pause length='1'/><Say>Hi</Say><Pause length='1'/><Hangup/>");

        line.call(caller.at(5, phone -> phone.press('1')), Duration.ofSeconds(5));

        assertThat(line.facts.of(Fact.KeyPressed.class)).hasSize(1);
        assertThat(server.requests).hasSize(1);
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
    }

    private void voice(String verbs) {
        server.twiml("/voice", "<Response>" + verbs + "</Response>");
    }

    private RequestHandler.Request asked() {
        return server.requests.get(1);
    }
}
