package dev.sidetone.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.ManualTimers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelinePumpTest {
    @Test
    void aTimelineIsPumpedUntilItsPumpIsStopped() {
        ManualTimers time = new ManualTimers(0);
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
        List<Long> toldAtNs = new ArrayList<>();
        timeline.listen(fact -> toldAtNs.add(time.nowNs()));
        TimelinePump pump = new TimelinePump(timeline, time, time::advance);
        timeline.add(new Fact.Noted(50_000_000L, "a note"));
        timeline.add(new Fact.Noted(350_000_000L, "too late for this pump"));
        time.after(400_000_000L, pump::stop);

        pump.run();

        assertThat(toldAtNs).containsExactly(160_000_000L);
        assertThat(time.nowNs()).isEqualTo(400_000_000L);
    }
}
