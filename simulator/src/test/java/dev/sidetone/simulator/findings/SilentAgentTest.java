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

/** A call of ten seconds, tick by tick, in which the caller speaks for its second second. */
class SilentAgentTest {
    private static final long MS = 1_000_000L;
    private static final float SILENCE = -90f;

    private int answeredAtMs = Integer.MAX_VALUE / 2;
    private final CallTimeline timeline = new CallTimeline("test", Spool.NONE, new Checks(List.of(new SilentAgent())));

    @Test
    void aCallerWhoIsNeverAnsweredFindsTheAgentSilent() {
        assertThat(call(10_000, SILENCE)).containsExactly("silent-agent");
    }

    @Test
    void anAgentThatIsHeardIsNotSilent() {
        assertThat(call(10_000, -20f)).isEmpty();
    }

    @Test
    void aCallInWhichNothingIsHeardIsNoSuccessHoweverShortItIs() {
        assertThat(call(4_000, SILENCE)).containsExactly("silent-agent");
    }

    @Test
    void aCallThatEndsSoonAfterTheCallerSpokeSaysNothingAboutTheAnswers() {
        greet();
        assertThat(turns(11_000)).isEmpty();
    }

    @Test
    void anErrorThatExplainsTheSilenceIsEnough() {
        timeline.add(AgentCode.DIED.found("what", "cure").at(5 * MS));
        assertThat(call(10_000, SILENCE)).containsExactly("agent-died");
    }

    @Test
    void anAgentThatGreetsAndThenAnswersNothingIsSilentToo() {
        greet();
        assertThat(turns(3_000, 8_000)).containsExactly("silent-agent error");
    }

    @Test
    void oneTurnWithoutAnAnswerIsAnErrorIfThereIsNoOther() {
        greet();
        assertThat(turns(3_000)).containsExactly("silent-agent error");
    }

    @Test
    void aTurnThatIsNeverAnsweredIsFoundThoughAnotherWas() {
        greet();
        answer(4_500);
        assertThat(turns(3_000, 8_000)).isEmpty();
    }

    @Test
    void aCallerWhoWaitsLongForAnAnswerIsWarned() {
        greet();
        answer(2_200);
        assertThat(turns(1_000, 3_000)).containsExactly("silent-agent warning");
    }

    @Test
    void whatIsHeardWhileTheCallerSpeaksAnswersNothingWhenSilenceFollows() {
        greet();
        answer(3_100);
        assertThat(turns(3_000)).containsExactly("silent-agent warning");
    }

    @Test
    void aCallerWhoTalksOnGivesTheAgentNoChance() {
        greet();
        assertThat(turns(10_000, 12_000)).isEmpty();
    }

    @Test
    void whoeverPutsTheCallerThroughWithoutAWordHasAnswered() {
        greet();
        timeline.add(new Fact.DialBegan(5_000 * MS, "+15550199", "CA2"));
        assertThat(turns(3_000)).isEmpty();
    }

    @Test
    void whereNoStreamEverCameNobodyIsSilent() {
        assertThat(turns(3_000, 8_000)).isEmpty();
    }

    /** From 200 ms to one second. */
    private void greet() {
        timeline.add(new Fact.StreamStarted(0, "MZ"));
        timeline.add(new Fact.MediaArrived(150 * MS, 1, 6_400));
        for (int tick = 1; tick < 100; tick++) {
            boolean plays = tick >= 10 && tick < 50;
            float heard = plays ? -20f : SILENCE;
            timeline.add(new Fact.Tick(tick * 20L * MS, tick, 0, SILENCE, SILENCE, heard, heard, plays ? 160 : 0, 0));
        }
    }

    /** Half a second, from {@code atMs} on. */
    private void answer(int atMs) {
        answeredAtMs = atMs;
        timeline.add(new Fact.MediaArrived((atMs - 10) * MS, 2, 4_000));
    }

    /** The caller speaks for a second at each of these, and hangs up after 13 s. */
    private List<String> turns(int... fromMs) {
        timeline.add(new Fact.CallPlaced(-1, "CA", "+1", "+2", "http://x", Instant.EPOCH, true));
        for (int startMs : fromMs) {
            timeline.add(new Fact.CallerStarted(startMs * MS, startMs * MS));
            timeline.add(new Fact.CallerEnded((startMs + 1_000) * MS, (startMs + 1_000) * MS));
        }
        for (int tick = 100; tick < 650; tick++) {
            boolean plays = tick * 20 >= answeredAtMs && tick * 20 < answeredAtMs + 500;
            float heard = plays ? -20f : SILENCE;
            timeline.add(new Fact.Tick(tick * 20L * MS, tick, 0, SILENCE, SILENCE, heard, heard, plays ? 160 : 0, 0));
        }
        timeline.add(new Fact.CallEnded(13_000 * MS, EndedBy.CALLER, "over"));
        return timeline.close(13_000 * MS).findings().stream()
                .map(found -> found.code() + " " + found.severity().word())
                .toList();
    }

    private List<String> call(int ms, float agentDbm0) {
        timeline.add(new Fact.CallPlaced(0, "CA", "+1", "+2", "http://x", Instant.EPOCH, true));
        timeline.add(new Fact.StreamStarted(0, "MZ"));
        timeline.add(new Fact.CallerStarted(1_000 * MS, 1_000 * MS));
        timeline.add(new Fact.CallerEnded(2_000 * MS, 2_000 * MS));
        timeline.add(new Fact.MediaArrived(2_500 * MS, 1, 16_000));
        for (int tick = 1; tick * 20 < ms; tick++) {
            boolean plays = tick * 20 > 2_500 && tick * 20 <= 4_500;
            float heard = plays ? agentDbm0 : SILENCE;
            timeline.add(new Fact.Tick(tick * 20L * MS, tick, 0, SILENCE, SILENCE, heard, heard, plays ? 160 : 0, 0));
        }
        timeline.add(new Fact.CallEnded(ms * MS, EndedBy.CALLER, "over"));
        return timeline.close(ms * MS).findings().stream()
                .map(CallResult.ReportedFinding::code)
                .toList();
    }
}
