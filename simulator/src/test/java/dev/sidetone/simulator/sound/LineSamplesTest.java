package dev.sidetone.simulator.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LineSamplesTest {
    private static final int MINUTE = 60 * 8_000;
    private static final String TOO_LONG =
            "a.flac holds more than 80 minutes of sound, and that is the most: cut out what the caller says";

    private final LineSamples samples = new LineSamples("a.flac", LineSamples.Part.MIX);

    @Test
    void decodersThatDoNotKnowTheLengthAreStoppedAtTheMost() {
        short[] minute = new short[MINUTE];
        Arrays.fill(minute, (short) 7);
        for (int i = 0; i < 80; i++) {
            samples.add(minute, MINUTE);
        }
        assertThat(samples.all()).hasSize(80 * MINUTE).endsWith((short) 7);
        samples.add((short) 7);
        assertThatThrownBy(samples::all).hasMessage(TOO_LONG);
    }

    @Test
    void aKnownLengthCountsAtTheRateOfTheLineBehindWhatIsThere() {
        samples.add(new short[MINUTE], MINUTE);
        samples.format(16_000, 2);
        samples.expect(79L * 2 * MINUTE);
        assertThatThrownBy(() -> samples.expect(79L * 2 * MINUTE + 2)).hasMessage(TOO_LONG);
    }

    @Test
    void aRateThatNoEquipmentHasIsRefused() {
        for (int rate : new int[] {0, 3_999, 192_001, 655_345}) {
            assertThatThrownBy(() -> new LineSamples("odd.flac", LineSamples.Part.MIX).format(rate, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("odd.flac has " + rate + " samples a second");
        }
    }
}
