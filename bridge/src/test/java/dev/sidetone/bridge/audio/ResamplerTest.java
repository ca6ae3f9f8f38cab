package dev.sidetone.bridge.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
    private static final double AMPLITUDE = 20_000;
    /** Folds back as a beat of which the settled stretch holds a whole wave. */
    private static final double NYQUIST_HZ = 4_000 + 1 / 0.45;

    @Test
    void atEqualRatesItGivesBackWhatItWasGiven() {
        short[] noise = new short[500];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (i * 131);
        }
        assertThat(new Resampler(8_000, 8_000).resample(noise, 400)).isEqualTo(Arrays.copyOf(noise, 400));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 24_000, 44_100, 48_000})
    void anotherOneBeginsInSilenceWhateverTheFirstHasHeard(int hz) {
        Resampler heard = new Resampler(hz, 8_000);
        short[] tone = tone(hz, 440);
        short[] first = heard.resample(tone);
        assertThat(heard.another().resample(tone)).isEqualTo(first);
        assertThat(heard.resample(tone)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 24_000, 44_100, 48_000})
    void theTelephoneBandComesDownFlat(int fromHz) {
        for (double hz = 100; hz <= 3_400; hz += 100) {
            short[] out = settled(new Resampler(fromHz, 8_000).resample(tone(fromHz, hz)));
            assertThat(levelDb(out, 8_000, hz)).as("%s Hz", hz).isBetween(-0.5, 0.5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 24_000, 44_100, 48_000})
    void whatWouldFoldBackIsTakenOut(int fromHz) {
        assertThat(powerDb(settled(new Resampler(fromHz, 8_000).resample(tone(fromHz, NYQUIST_HZ)))))
                .isLessThan(-30);
        for (double hz = 4_600; hz < fromHz / 2.0; hz += 130) {
            short[] out = settled(new Resampler(fromHz, 8_000).resample(tone(fromHz, hz)));
            assertThat(powerDb(out)).as("%s Hz", hz).isLessThan(-60);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 24_000, 44_100, 48_000})
    void theTelephoneBandGoesUpFlatAndAlone(int toHz) {
        for (double hz = 100; hz <= 3_400; hz += 100) {
            short[] out = settled(new Resampler(8_000, toHz).resample(tone(8_000, hz)));
            assertThat(levelDb(out, toHz, hz)).as("%s Hz", hz).isBetween(-0.5, 0.5);
            assertThat(powerDb(without(out, toHz, hz))).as("beside %s Hz", hz).isLessThan(-60);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8000,16000",
        "8000,24000",
        "8000,48000",
        "8000,44100",
        "16000,8000",
        "24000,8000",
        "48000,8000",
        "44100,8000"
    })
    void chunksOfAnySizeGiveTheSameAsOnePiece(int fromHz, int toHz) {
        Random random = new Random(7);
        short[] in = noise(fromHz / 2, random);
        short[] whole = new Resampler(fromHz, toHz).resample(in);
        short[] pieces = new short[0];
        Resampler chunked = new Resampler(fromHz, toHz);
        for (int at = 0; at < in.length; ) {
            int length = Math.min(in.length - at, random.nextInt(400));
            short[] out = chunked.resample(Arrays.copyOfRange(in, at, at + length));
            pieces = Arrays.copyOf(pieces, pieces.length + out.length);
            System.arraycopy(out, 0, pieces, pieces.length - out.length, out.length);
            at += length;
        }
        assertThat(pieces).isEqualTo(whole).hasSize(toHz / 2);
    }

    @ParameterizedTest
    @CsvSource({"8000,16000", "8000,24000", "8000,48000", "16000,8000", "24000,8000", "48000,8000", "44100,8000"})
    void soundIsNotHeldUpForMoreThanTwoMilliseconds(int fromHz, int toHz) {
        Resampler resampler = new Resampler(fromHz, toHz);
        short[] click = new short[fromHz / 10];
        int at = fromHz / 50;
        Arrays.fill(click, at, at + fromHz / 8_000, (short) 16_000);
        double sentMs = (at + (fromHz / 8_000 - 1) / 2.0) * 1000 / fromHz;
        double delayMs = middleMs(resampler.resample(click), toHz) - sentMs;
        assertThat(resampler.delayNs()).isLessThanOrEqualTo(2_000_000);
        assertThat(delayMs).isCloseTo(resampler.delayNs() / 1e6, within(0.01));
    }

    /** An odd ratio has thousands of phases, of which a part is kept. */
    @ParameterizedTest
    @ValueSource(ints = {4_001, 44_101, 191_999})
    void atOddRatesATonesOwnLevelStaysAndNothingComesWithIt(int fromHz) {
        for (double hz : new double[] {300, 1_000, 0.42 * Math.min(fromHz, 8_000)}) {
            short[] out = settled(new Resampler(fromHz, 8_000).resample(tone(fromHz, hz)));
            assertThat(levelDb(out, 8_000, hz)).as("%s Hz", hz).isBetween(-0.5, 0.5);
            assertThat(powerDb(without(out, 8_000, hz))).as("beside %s Hz", hz).isLessThan(-60);
        }
    }

    @Test
    void aFrameOfTheLineIsAFrameAtEveryRate() {
        for (int hz : new int[] {16_000, 24_000, 48_000}) {
            Resampler up = new Resampler(8_000, hz);
            Resampler down = new Resampler(hz, 8_000);
            for (int frame = 0; frame < 5; frame++) {
                short[] wide = up.resample(new short[LineFrame.BYTES]);
                assertThat(wide).hasSize(hz / 50);
                assertThat(down.resample(wide)).hasSize(LineFrame.BYTES);
            }
        }
    }

    @Test
    void loudSoundIsClippedAndNeverWraps() {
        short[] loud = new short[800];
        for (int i = 0; i < loud.length; i++) {
            loud[i] = (i / 40) % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
        }
        short[] out = new Resampler(8_000, 16_000).resample(loud);
        for (int i = 200; i < out.length; i++) {
            int source = (i - 31) / 2;
            if (source % 40 > 3 && source % 40 < 36) {
                assertThat(Integer.signum(out[i])).isEqualTo(Integer.signum(loud[source]));
            }
        }
    }

    @Test
    void theSameRatePassesUntouched() {
        short[] in = noise(500, new Random(1));
        assertThat(new Resampler(8_000, 8_000).resample(in)).isEqualTo(in);
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatThrownBy(() -> new Resampler(8_000, 0)).hasMessage("cannot resample from 8000 Hz to 0 Hz");
    }

    private static short[] tone(int rateHz, double hz) {
        short[] samples = new short[rateHz / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(AMPLITUDE * Math.sin(2 * Math.PI * hz * i / rateHz));
        }
        return samples;
    }

    private static short[] noise(int length, Random random) {
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) (random.nextGaussian() * 5_000);
        }
        return samples;
    }

    /** Without the filter's run-in. */
    private static short[] settled(short[] samples) {
        return Arrays.copyOfRange(samples, samples.length / 10, samples.length);
    }

    /** All of it, against the tone that went in. */
    private static double powerDb(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return 10 * Math.log10(sum / samples.length / (AMPLITUDE * AMPLITUDE / 2) + 1e-12);
    }

    private static double levelDb(short[] samples, int rateHz, double hz) {
        double[] part = part(samples, rateHz, hz);
        return 20 * Math.log10(Math.hypot(part[0], part[1]) / AMPLITUDE);
    }

    private static short[] without(short[] samples, int rateHz, double hz) {
        double[] part = part(samples, rateHz, hz);
        short[] rest = new short[samples.length];
        for (int i = 0; i < rest.length; i++) {
            double angle = 2 * Math.PI * hz * i / rateHz;
            rest[i] = (short) Math.round(samples[i] - part[0] * Math.cos(angle) - part[1] * Math.sin(angle));
        }
        return rest;
    }

    /** What there is of one tone, as the weights of its cosine and sine. The stretch is a whole number of its waves. */
    private static double[] part(short[] samples, int rateHz, double hz) {
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < samples.length; i++) {
            double angle = 2 * Math.PI * hz * i / rateHz;
            cosine += samples[i] * Math.cos(angle);
            sine += samples[i] * Math.sin(angle);
        }
        return new double[] {2 * cosine / samples.length, 2 * sine / samples.length};
    }

    private static double middleMs(short[] click, int rateHz) {
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < click.length; i++) {
            weighted += (double) click[i] * i;
            sum += click[i];
        }
        return weighted / sum * 1000 / rateHz;
    }
}
