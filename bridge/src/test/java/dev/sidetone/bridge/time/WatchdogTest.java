package dev.sidetone.bridge.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private final ManualTimers time = new ManualTimers(0);
    private final List<Long> barks = new ArrayList<>();
    private final Watchdog dog = new Watchdog(time, 100, () -> barks.add(time.nowNs()));

    @Test
    void itBarksOnceAndExactlyThenWhenTheLastSignIsTooLongAgo() {
        time.advance(60);
        dog.sign(60);
        time.advance(30);
        dog.sign(90);
        time.advance(99);
        assertThat(barks).isEmpty();
        time.advance(1_000);
        assertThat(barks).containsExactly(190L);
    }

    @Test
    void itDoesNotBarkOnceItIsCalledOff() {
        dog.callOff();
        time.advance(1_000);
        assertThat(barks).isEmpty();
    }
}
