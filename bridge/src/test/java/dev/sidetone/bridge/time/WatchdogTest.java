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

    /** The standstill began after the last look but one, so that the last look is the late one. */
    @Test
    void aLateLastLookWaitsForWhatLiesInTheSocket() {
        long ms = 1_000_000;
        List<Long> fired = new ArrayList<>();
        Watchdog patient = new Watchdog(time, 2_000 * ms, () -> fired.add(time.nowNs()));
        time.advance(1_500 * ms);
        time.jump(1_500 * ms);
        time.after(0, () -> patient.reset(time.nowNs()));
        time.advance(1_000 * ms);
        assertThat(fired).isEmpty();
    }

    @Test
    void aLateLastLookFiresSoonAfterwardsWhenNothingCame() {
        long ms = 1_000_000;
        List<Long> fired = new ArrayList<>();
        Watchdog unused = new Watchdog(time, 2_000 * ms, () -> fired.add(time.nowNs()));
        time.advance(1_500 * ms);
        time.jump(1_500 * ms);
        time.advance(1_000 * ms);
        assertThat(fired).containsExactly(3_100 * ms);
    }

    @Test
    void itDoesNotFireOnceItIsStopped() {
        watchdog.stop();
        time.advance(1_000);
        assertThat(firedAt).isEmpty();
    }

    @Test
    void aStandstillIsForgottenOnceItWasReset() {
        long second = 1_000_000_000L;
        Watchdog slow = new Watchdog(time, second, () -> firedAt.add(time.nowNs()));
        watchdog.stop();
        time.jump(3 * second);
        time.advance(1);
        slow.reset(time.nowNs());
        long resetNs = time.nowNs();
        time.advance(5 * second);
        assertThat(firedAt).containsExactly(resetNs + second);
    }
}
