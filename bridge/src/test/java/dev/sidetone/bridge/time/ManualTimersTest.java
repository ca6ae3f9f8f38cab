package dev.sidetone.bridge.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualTimersTest {
    private final ManualTimers timers = new ManualTimers(1_000);
    private final List<String> ran = new ArrayList<>();

    @Test
    void timersRunInTheOrderOfTheirDeadlinesAndSeeTheClockThere() {
        timers.after(30, () -> ran.add("b at " + timers.nowNs()));
        timers.after(10, () -> {
            ran.add("a at " + timers.nowNs());
            timers.after(5, () -> ran.add("from a at " + timers.nowNs()));
        });
        timers.advance(20);
        assertThat(ran).containsExactly("a at 1010", "from a at 1015");
        assertThat(timers.nowNs()).isEqualTo(1_020);
        timers.advance(10);
        assertThat(ran).endsWith("b at 1030");
    }

    @Test
    void aCancelledTimerNeverRuns() {
        timers.after(10, () -> ran.add("no")).cancel();
        timers.advance(100);
        assertThat(ran).isEmpty();
    }
}
