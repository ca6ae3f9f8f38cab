package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReachabilityMonitorTest {
    private static final long S_NS = 1_000_000_000L;
    private static final Trouble TUNNEL = new Trouble("Calls do not reach this bridge.", "Start the tunnel.");
    private static final Trouble NUMBER = new Trouble("+15550301 was changed meanwhile.", "Begin again.");

    private final List<@Nullable Trouble> changes = new ArrayList<>();
    private @Nullable Trouble tunnel;
    private @Nullable Trouble number;
    private int probes;
    private final ReachabilityMonitor watch = new ReachabilityMonitor(
            0,
            List.of(
                    () -> {
                        probes++;
                        return tunnel;
                    },
                    () -> number),
            changes::add);

    @Test
    void itLooksEveryFifteenSeconds() {
        for (long s = 0; s <= 60; s++) {
            watch.at(s * S_NS);
        }
        assertThat(probes).isEqualTo(4);
        assertThat(changes).isEmpty();
    }

    @Test
    void whateverGoesWrongRightAfterALookIsReportedWithinThirtySecondsAndOnce() {
        watch.at(15 * S_NS);
        tunnel = TUNNEL;
        for (long s = 16; s <= 100; s++) {
            watch.at(s * S_NS);
            if (s == 30) {
                assertThat(changes).containsExactly(TUNNEL);
            }
        }
        assertThat(changes).containsExactly(TUNNEL);
    }

    @Test
    void anotherProblemAndTheEndOfAllAreReportedToo() {
        tunnel = TUNNEL;
        number = NUMBER;
        watch.at(15 * S_NS);
        tunnel = null;
        watch.at(30 * S_NS);
        number = null;
        watch.at(45 * S_NS);
        assertThat(changes).containsExactly(TUNNEL, NUMBER, null);
    }
}
