package dev.sidetone.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FillKeeperTest {
    private static final int MS = 8;
    private final FillKeeper keeper = new FillKeeper();

    @Test
    void aReserveInsideItsBandIsLeftAlone() {
        for (int tick = 0; tick < 1_000; tick++) {
            assertThat(keeper.correction((11 + tick % 12) * MS, true)).isZero();
        }
        assertThat(keeper.corrections()).isZero();
    }

    @Test
    void itsLeastOverTwoSecondsCountsAndNotItsPeaks() {
        for (int tick = 0; tick < 1_000; tick++) {
            int reserve = tick % 50 == 0 ? 12 : 40;
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
    void tooLittleIsStretchedInSilence() {
        for (int tick = 0; tick < 99; tick++) {
            assertThat(keeper.correction(10 * MS, true)).isZero();
        }
        assertThat(keeper.correction(10 * MS, true)).isEqualTo(-10 * MS);
    }

    @Test
    void soundThatIsFarTooLateIsLeftOutAtOnceAlsoInSpeech() {
        assertThat(keeper.correction(301 * MS, false)).isEqualTo((301 - 22) * MS);
        for (int tick = 0; tick < 99; tick++) {
            assertThat(keeper.correction(70 * MS, false)).isZero();
        }
        assertThat(keeper.correction(70 * MS, false)).isEqualTo((70 - 22) * MS);
        assertThat(keeper.corrections()).isEqualTo(2);
    }
}
