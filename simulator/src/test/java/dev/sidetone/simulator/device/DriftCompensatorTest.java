package dev.sidetone.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DriftCompensatorTest {
    private static final int MS = 8;
    private final DriftCompensator keeper = new DriftCompensator();

    @Test
    void aReserveInsideItsBandIsLeftAlone() {
        for (int tick = 0; tick < 1_000; tick++) {
            assertThat(keeper.correction((5 + tick % 11) * MS, true)).isZero();
        }
        assertThat(keeper.corrections()).isZero();
    }

    @Test
    void itsLeastOverHalfASecondCountsAndNotItsPeaks() {
        for (int tick = 0; tick < 25; tick++) {
            assertThat(keeper.correction(40 * MS, true)).isZero();
        }
        for (int tick = 0; tick < 1_000; tick++) {
            int reserve = tick % 20 == 0 ? 12 : 40;
            assertThat(keeper.correction(reserve * MS, true)).isZero();
        }
    }

    @Test
    void tooMuchWaitsForSilenceAndIsThenTakenTenMillisecondsAtATime() {
        for (int tick = 0; tick < 500; tick++) {
            assertThat(keeper.correction(23 * MS, false)).isZero();
        }
        assertThat(keeper.correction(23 * MS, true)).isEqualTo(10 * MS);
        assertThat(keeper.corrections()).isEqualTo(1);
    }

    @Test
    void farTooMuchIsTakenInOneSilenceStepByStep() {
        for (int tick = 0; tick < 100; tick++) {
            assertThat(keeper.correction(45 * MS, false)).isZero();
        }
        assertThat(keeper.correction(45 * MS, true)).isEqualTo(10 * MS);
        assertThat(keeper.correction(35 * MS, true)).isEqualTo(10 * MS);
        assertThat(keeper.correction(25 * MS, true)).isEqualTo(10 * MS);
        assertThat(keeper.correction(15 * MS, true)).isZero();
        assertThat(keeper.corrections()).isEqualTo(3);
    }

    @Test
    void tooLittleIsStretchedInSilence() {
        for (int tick = 0; tick < 49; tick++) {
            assertThat(keeper.correction(3 * MS, true)).isZero();
        }
        assertThat(keeper.correction(3 * MS, true)).isEqualTo(-10 * MS);
    }

    @Test
    void soundThatIsFarTooLateIsLeftOutAlsoInSpeech() {
        assertThat(keeper.correction(301 * MS, false)).isEqualTo((301 - 14) * MS);
        for (int tick = 0; tick < 14; tick++) {
            assertThat(keeper.correction(70 * MS, false)).isZero();
        }
        assertThat(keeper.correction(70 * MS, false)).isEqualTo((70 - 14) * MS);
        assertThat(keeper.corrections()).isEqualTo(2);
    }
}
