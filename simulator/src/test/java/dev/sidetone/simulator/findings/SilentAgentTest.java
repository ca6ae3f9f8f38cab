package dev.sidetone.simulator.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Finding;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call of ten seconds, tick by tick, in which the caller speaks for its second second. */
class SilentAgentTest {
    private static final long MS = 1_000_000L;
    private static final float SILENCE = -90f;

    private final CallTimeline timeline = new CallTimeline("test", Spool.NONE, List.of(new SilentAgent()));

    @Test
    void aCallerWhoIsNeverAnsweredFindsTheAgentSilent() {
        assertThat(call(10_000, SILENCE)).containsExactly("silent-agent");
    }

    @Test
    void anAgentThatIsHeardIsNotSilent() {
        assertThat(call(10_000, -20f)).isEmpty();
    }

    @Test
    void aCallThatEndsSoonAfterTheCallerSpokeSaysNothingAboutTheAgent() {
        assertThat(call(4_000, SILENCE)).isEmpty();
    }

    @Test
    void anErrorThatExplainsTheSilenceIsEnough() {
        timeline.add(new Fact.Found(5 * MS, new Finding("agent-died", Severity.ERROR, "what", "cure", null)));
        assertThat(call(10_000, SILENCE)).containsExactly("agent-died");
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
                .map(CallResult.Found::code)
                .toList();
    }
}
