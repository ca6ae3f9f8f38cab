package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeAxisTest {
    @Test
    void ticksStandFarEnoughApart() {
        for (double msPerPx = Viewport.CLOSEST_MS_PER_PX; msPerPx < 50_000; msPerPx *= 1.3) {
            assertThat(TimeAxis.stepMs(msPerPx, 70) / msPerPx).isGreaterThanOrEqualTo(70);
        }
        assertThat(TimeAxis.stepMs(14, 70)).isEqualTo(1_000);
    }

    @Test
    void timesAreMinutesAndSeconds() {
        assertThat(TimeAxis.time(0, 1_000)).isEqualTo("00:00");
        assertThat(TimeAxis.time(754_000, 1_000)).isEqualTo("12:34");
        assertThat(TimeAxis.time(3_600_000 + 754_000, 60_000)).isEqualTo("1:12:34");
    }

    @Test
    void tenthsAreNamedWhereTicksAreThatClose() {
        assertThat(TimeAxis.time(14_300, 100)).isEqualTo("00:14.3");
        assertThat(TimeAxis.time(59_999.999, 100)).isEqualTo("01:00.0");
    }

    @Test
    void whatIsBeforeTheBeginningHasAMinus() {
        assertThat(TimeAxis.time(-7_000, 1_000)).isEqualTo("-00:07");
        assertThat(TimeAxis.time(-7_300, 100)).isEqualTo("-00:07.3");
        assertThat(TimeAxis.exactTime(-1_007.5)).isEqualTo("-00:01.007");
    }

    @Test
    void aMomentIsNamedToTheMillisecond() {
        assertThat(TimeAxis.exactTime(61_007.9)).isEqualTo("01:01.007");
    }
}
