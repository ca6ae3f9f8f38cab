package dev.sidetone.bridge.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private final ManualTimers time = new ManualTimers(0);
    private final List<Long> firedAt = new ArrayList<>();
    private final Watchdog watchdog = new Watchdog(time, 100, () -> firedAt.add(time.nowNs()));

    @Test
    void itFiresOnceAndExactlyWhenTheLastResetIsTooLongAgo() {
        time.advance(60);
        watchdog.reset(60);
        time.advance(30);
        watchdog.reset(90);
        time.advance(99);
        assertThat(firedAt).isEmpty();
        time.advance(1_000);
        assertThat(firedAt).containsExactly(190L);
    }

    @Test
    void itDoesNotFireOnceItIsStopped() {
        watchdog.stop();
        time.advance(1_000);
        assertThat(firedAt).isEmpty();
    }
}
