package dev.sidetone.simulator.findings.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.fixtures.Voices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in mu-law is never taken for anything else. */
class MixedSoundsTest {
    private static final int PIECE_BYTES = 4_000;

    @Test
    void halfAnHourOfMixedSoundsIsMulaw() {
        assertThat(foundIn(30, 1)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sounds")
    void everySoundOfTheFixturesIsMulawHoweverLoud(String sound) {
        for (double gain : new double[] {0.02, 0.3, 1, 4}) {
            short[] samples = Voices.open(sound).samples();
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) Math.max(-32_768, Math.min(32_767, samples[i] * gain));
            }
            byte[] mulaw = new byte[samples.length];
            Mulaw.encode(samples, mulaw);
            FormatDetector detector = new FormatDetector();
            for (int i = 0; i < 4; i++) {
                assertThat(detector.next(mulaw)).as("%s at %s", sound, gain).isNull();
            }
        }
    }

    static Stream<String> sounds() {
        return Stream.concat(Voices.names().stream(), Voices.probes().stream());
    }

    private static List<String> foundIn(int minutes, long seed) {
        MixedSounds sounds = new MixedSounds(seed);
        List<String> found = new ArrayList<>();
        FormatDetector stream = new FormatDetector();
        double seconds = 0;
        while (seconds < minutes * 60.0) {
            byte[] sound = sounds.next(4.5);
            seconds += (double) sound.length / LineFrame.RATE_HZ;
            for (int at = 0; at < sound.length; at += PIECE_BYTES) {
                byte[] piece = Arrays.copyOfRange(sound, at, Math.min(sound.length, at + PIECE_BYTES));
                SentFormat format = stream.next(piece);
                if (format != null) {
                    found.add(sounds.kind() + " at " + seconds + " s: " + format);
                }
            }
        }
        return found;
    }
}
