package dev.sidetone.simulator.line.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaultWindowTest {
    private static final long SECOND_NS = 1_000_000_000L;

    @Test
    void whatIsDialledWithATimeHappensThen() throws InjectedFault.Unreadable {
        FaultWindow stall = windows(1, "stall=2s@5s").get(0);

        assertThat(stall.beginNs()).isEqualTo(5 * SECOND_NS);
        assertThat(stall.endNs()).isEqualTo(7 * SECOND_NS);
        assertThat(stall.text()).isEqualTo("stall=2s");
    }

    @Test
    void propertiesOfTheLineAreThereFromTheStartToTheEnd() throws InjectedFault.Unreadable {
        assertThat(windows(1, "jitter", "burst", "echo", "noise", "band"))
                .hasSize(5)
                .allMatch(window -> window.beginNs() == 0 && window.endNs() == FaultWindow.NEVER);
    }

    @Test
    void whatHappensOnceIsDrawnOneAfterTheOtherAndADropLast() throws InjectedFault.Unreadable {
        for (long seed = 0; seed < 200; seed++) {
            List<FaultWindow> windows = windows(seed, "drop", "stall=3s", "gap=1s");
            FaultWindow drop = windows.get(0);
            FaultWindow stall = windows.get(1);
            FaultWindow gap = windows.get(2);
            assertThat(stall.beginNs()).as("seed %d", seed).isBetween(2 * SECOND_NS, 4 * SECOND_NS);
            assertThat(gap.beginNs() - stall.endNs()).as("seed %d", seed).isBetween(2 * SECOND_NS, 4 * SECOND_NS);
            assertThat(drop.beginNs() - gap.endNs()).as("seed %d", seed).isBetween(2 * SECOND_NS, 4 * SECOND_NS);
        }
    }

    @Test
    void theSeedAloneSaysWhen() throws InjectedFault.Unreadable {
        assertThat(windows(7, "gap", "stall")).isEqualTo(windows(7, "gap", "stall"));
        assertThat(windows(7, "gap", "stall")).isNotEqualTo(windows(8, "gap", "stall"));
    }

    @Test
    void faultsOfRequestsHaveNoPlaceInTheStream() throws InjectedFault.Unreadable {
        assertThat(windows(1, "webhook-lost", "rest-500", "drop@1s"))
                .extracting(FaultWindow::text)
                .containsExactly("drop");
    }

    private static List<FaultWindow> windows(long seed, String... faults) throws InjectedFault.Unreadable {
        return FaultWindow.of(LineFaults.parse(faults), new Random(seed));
    }
}
