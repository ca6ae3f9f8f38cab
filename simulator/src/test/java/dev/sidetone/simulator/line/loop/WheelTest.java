package dev.sidetone.simulator.line.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line that looks at slots of time only, and the thread that runs one. */
class WheelTest {
    private static final long MS = 1_000_000L;

    private long nowNs;
    private int woken;
    private final LineLoop wheel = new LineLoop(() -> nowNs, () -> woken++, MS);
    private final List<String> done = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000000",
        "1000000, 1000000",
        "1000001, 2000000",
        "-1, 0",
        "-1000000, -1000000",
        "-1500000, -1000000"
    })
    void aGridBeginsWithTheNextSlot(long ns, long slotNs) {
        assertThat(wheel.aligned(ns)).isEqualTo(slotNs);
    }

    @Test
    void aLineThatLooksAtEveryMomentAlignsNothing() {
        assertThat(new LineLoop(() -> nowNs, () -> {}).aligned(1_234_567)).isEqualTo(1_234_567);
    }

    @Test
    void ticksOfOneSlotRunTogetherEachWithWhatArrivedBeforeIt() {
        wheel.at(20 * MS, () -> done.add("first call"));
        wheel.at(20 * MS, () -> done.add("second call"));
        wheel.at(21 * MS, () -> done.add("next slot"));
        wheel.arrive(19 * MS, () -> done.add("message"));
        nowNs = 20 * MS;
        assertThat(wheel.run(nowNs)).isEqualTo(MS);
        assertThat(done).containsExactly("message", "first call", "second call");
    }

    @Test
    void theThreadTurnsThoughNothingWakesItAndOutlivesWhatBreaksOnIt() throws Exception {
        NanoClock clock = NanoClock.system();
        CountDownLatch next = new CountDownLatch(1);
        try (WheelThread thread = new WheelThread(clock)) {
            thread.start();
            thread.loop().arrive(clock.nowNs(), () -> {
                throw new IllegalStateException("on purpose");
            });
            thread.loop().arrive(clock.nowNs(), next::countDown);
            assertThat(next.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
