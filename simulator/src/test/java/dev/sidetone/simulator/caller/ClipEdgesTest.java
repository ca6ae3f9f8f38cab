package dev.sidetone.simulator.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.fixtures.Voice;
import dev.sidetone.fixtures.Voices;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the speech in a person's recording begins and ends. */
class ClipEdgesTest {
    @Test
    void inACleanRecordingTheyAreThoseOfTheFirstAndTheLastAudibleWindow() {
        for (String name : Voices.names()) {
            Voice voice = Voices.open(name);
            Clip clip = Clip.of(name, voice.samples());
            assertThat(clip.speechStart()).as(name).isEqualTo(voice.speechStart());
            assertThat(clip.speechEnd()).as(name).isEqualTo(voice.speechEnd());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-40, -35})
    void inANoisyRecordingTheyAreThoseOfTheVoiceAndNotOfTheNoise(double noiseDbm0) {
        for (String name : Voices.names()) {
            Voice voice = Voices.open(name);
            int second = LineFrame.RATE_HZ;
            short[] recorded = new short[second + voice.samples().length + second];
            System.arraycopy(voice.samples(), 0, recorded, second, voice.samples().length);
            addNoise(recorded, noiseDbm0);

            Clip clip = Clip.of(name, recorded);

            assertThat(ms(clip.speechStart() - second - voice.speechStart()))
                    .as(name)
                    .isBetween(-40.0, 100.0);
            assertThat(ms(clip.speechEnd() - second - voice.speechEnd()))
                    .as(name)
                    .isBetween(-150.0, 40.0);
        }
    }

    @Test
    void aToneFromTheFirstSampleToTheLastIsAllThereIs() {
        short[] tone = new short[LineFrame.RATE_HZ];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (2_000 * Math.sin(2 * Math.PI * 440 * i / LineFrame.RATE_HZ));
        }
        Clip clip = Clip.of("tone", tone);

        assertThat(clip.speechStart()).isZero();
        assertThat(clip.speechEnd()).isEqualTo(tone.length);
    }

    @Test
    void aRecordingInWhichNothingIsAudibleIsRefused() {
        short[] quiet = new short[LineFrame.RATE_HZ];
        Arrays.fill(quiet, (short) 40);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Clip.of("quiet.wav", quiet))
                .withMessageContaining("quiet.wav")
                .withMessageContaining((int) SpeechEnergy.AUDIBLE_DBM0 + " dBm0");
    }

    private static void addNoise(short[] sound, double dbm0) {
        Random random = new Random(3);
        double rms = 23_077 * Math.pow(10, (dbm0 - 3.17) / 20);
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (short)
                    Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sound[i] + rms * random.nextGaussian()));
        }
    }

    private static double ms(int samples) {
        return samples * 1000.0 / LineFrame.RATE_HZ;
    }
}
