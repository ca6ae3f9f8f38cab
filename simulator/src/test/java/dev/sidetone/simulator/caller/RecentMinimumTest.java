package dev.sidetone.simulator.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentMinimumTest {
    private final RecentMinimum minimum = new RecentMinimum(3, 2);

    @Test
    void theSmallestCountsAtOnceAndIsForgottenWithItsSpan() {
        assertThat(minimum.with(5)).isEqualTo(5);
        assertThat(minimum.with(7)).isEqualTo(5);
        assertThat(minimum.with(9)).isEqualTo(5);
        assertThat(minimum.with(4)).isEqualTo(4);
        for (int still = 0; still < 4; still++) {
            assertThat(minimum.with(8)).isEqualTo(4);
        }
        assertThat(minimum.with(8)).as("its span is filled anew").isEqualTo(8);
    }
}
