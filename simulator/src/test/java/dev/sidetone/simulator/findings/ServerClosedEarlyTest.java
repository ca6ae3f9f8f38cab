package dev.sidetone.simulator.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call whose server greets for a second and closes its stream after six. */
class ServerClosedEarlyTest {
    private static final long MS = 1_000_000L;
    private static final long CLOSED_MS = 6_000;
    private static final float SILENCE = -90f;

    private final CallTimeline timeline =
            new CallTimeline("test", Spool.NONE, new Checks(List.of(new ServerClosedEarly())));

    @ParameterizedTest
    @CsvSource({"1000, with code 1000", "1005, without a code (1005)"})
    void aScriptThatIsNotAtItsEndWasCutOff(int code, String how) {
        begins(true);
        CallResult call = closes(code);
        assertThat(words(call)).containsExactly("server-closed-early error");
        assertThat(call.findings().get(0).what()).contains(how, "6000.0 ms", "the caller had not finished");
    }

    @Test
    void aScriptThatIsAtItsEndWasNotCutOff() {
        begins(true);
        timeline.add(new Fact.CallerSaidAll(5_000 * MS));
        assertThat(words(closes(1_000))).isEmpty();
    }

    @Test
    void aPersonWhoIsSpeakingWasCutOff() {
        begins(false);
        timeline.add(new Fact.CallerStarted(5_500 * MS, 5_500 * MS));
        assertThat(words(closes(1_000))).containsExactly("server-closed-early error");
    }

    @Test
    void aPersonWhoWaitsForAnAnswerWasCutOff() {
        begins(false);
        speaks(3_000);
        assertThat(words(closes(1_000))).containsExactly("server-closed-early error");
    }

    @Test
    void aPersonWhoWasAnsweredOrSaidNothingWasNotCutOff() {
        begins(false);
        assertThat(words(closes(1_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheTwimlLetsFollowIsNoEndOfTheCall(boolean scripted) {
        begins(scripted);
        timeline.add(new Fact.CallerStarted(5_500 * MS, 5_500 * MS));
        timeline.add(new Fact.StreamEnded(CLOSED_MS * MS, 1_000, "closed"));
        timeline.add(new Fact.VerbBegan(CLOSED_MS * MS, "Say"));
        assertThat(words(ends())).isEmpty();
    }

    @Test
    void anAgentThatSaysThatItHangsUpMay() {
        begins(true);
        timeline.add(new Fact.HangUpWished(5_000 * MS, "good-bye"));
        assertThat(words(closes(1_000))).isEmpty();
    }

    @Test
    void anErrorCodeHasAFindingOfItsOwn() {
        begins(true);
        assertThat(words(closes(1_011))).isEmpty();
    }

    @Test
    void aCallThatTheCallerEndedWasNotClosedEarly() {
        begins(true);
        timeline.add(new Fact.StreamEnded(CLOSED_MS * MS, null, "stopped"));
        assertThat(words(ends())).isEmpty();
    }

    private void begins(boolean scripted) {
        timeline.add(new Fact.CallPlaced(-1, "CA", "+1", "+2", "http://x", Instant.EPOCH, scripted));
        timeline.add(new Fact.StreamStarted(0, "MZ"));
        timeline.add(new Fact.MediaArrived(150 * MS, 1, 6_400));
        for (int tick = 1; tick * 20L < CLOSED_MS; tick++) {
            boolean plays = tick >= 10 && tick < 50;
            float heard = plays ? -20f : SILENCE;
            timeline.add(new Fact.Tick(tick * 20L * MS, tick, 0, SILENCE, SILENCE, heard, heard, plays ? 160 : 0, 0));
        }
    }

    private void speaks(long fromMs) {
        timeline.add(new Fact.CallerStarted(fromMs * MS, fromMs * MS));
        timeline.add(new Fact.CallerEnded((fromMs + 1_000) * MS, (fromMs + 1_000) * MS));
    }

    private CallResult closes(int code) {
        timeline.add(new Fact.StreamEnded(CLOSED_MS * MS, code, "closed"));
        return ends();
    }

    private CallResult ends() {
        timeline.add(new Fact.CallEnded(CLOSED_MS * MS, EndedBy.SERVER, "the TwiML ended"));
        return timeline.close(CLOSED_MS * MS);
    }

    private static List<String> words(CallResult call) {
        return call.findings().stream()
                .map(found -> found.code() + " " + found.severity().word())
                .toList();
    }
}
