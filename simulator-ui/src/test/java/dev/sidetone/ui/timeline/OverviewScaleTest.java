package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverviewScaleTest {
    @Test
    void aCallThatIsOverFillsTheWidthBetweenItsMargins() {
        OverviewScale scale = OverviewScale.of(-1_000, 59_000, true, 620);
        assertThat(scale.xOf(-1_000)).isEqualTo(10);
        assertThat(scale.xOf(59_000)).isEqualTo(610);
        assertThat(scale.msAt(310)).isEqualTo(29_000);
    }

    @Test
    void aRunningCallStandsStillBetweenItsSteps() {
        OverviewScale first = OverviewScale.of(0, 5_000, false, 620);
        assertThat(OverviewScale.of(0, 25_000, false, 620)).isEqualTo(first);
        OverviewScale later = OverviewScale.of(0, 31_000, false, 620);
        assertThat(later.endMs()).isBetween(31_000.0, 60_000.0);
    }

    @Test
    void aCallOfEightHoursAndOneOfNoLengthHaveAScaleToo() {
        assertThat(OverviewScale.of(0, 8 * 3_600_000.0, false, 620).xOf(8 * 3_600_000.0))
                .isBetween(300.0, 611.0);
        assertThat(OverviewScale.of(0, 0, true, 1).msPerPx()).isPositive();
    }
}
