package dev.sidetone.simulator.findings.encoding;

import dev.sidetone.bridge.audio.Alaw;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.fixtures.Voices;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Any sound that a line carries, one after the other, by a seed: voices, music, tones, noise, disturbances, silence; in mu-law. */
final class MixedSounds {
    /** The kinds of sound, in the order in which they come. */
    enum MixedKind {
        VOICE,
        TWO_VOICES,
        VOICE_AND_NOISE,
        QUIET_VOICE,
        CLIPPED_VOICE,
        VOICE_OVER_TONE,
        VOICE_FROM_ALAW,
        VOICE_OF_EIGHT_BITS,
        VOICE_WITH_OFFSET,
        WHITE_NOISE,
        BROWN_NOISE,
        LAPLACE_NOISE,
        NOISE_OF_A_FEW_CODES,
        TONE,
        TONE_OF_A_WHOLE_PERIOD,
        TWO_TONES,
        SQUARE,
        CHIRP,
        CHORDS,
        HUM_AND_CLICKS,
        PULSES,
        STEPS,
        REPEATED_NOISE,
        OTHER_CHANNEL_SILENT,
        VOICE_REPEATED_TWICE,
        SILENCE,
        NEGATIVE_SILENCE,
        BUSY_TONE
    }

    private static final List<short[]> VOICES = Stream.concat(Voices.names().stream(), Voices.probes().stream())
            .map(name -> Voices.open(name).samples())
            .toList();

    private static final double[] GAUSS = new Random(7)
            .ints(1 << 16)
            .mapToDouble(seed -> new Random(seed).nextGaussian())
            .toArray();
    private static final double[] LAPLACE = new Random(8)
            .doubles(1 << 16, -1, 1)
            .map(each -> -Math.log(1 - Math.abs(each)) * Math.signum(each))
            .toArray();

    private final Random random;
    private int kind = -1;

    MixedSounds(long seed) {
        random = new Random(seed);
    }

    /** The kind of what came last. */
    MixedKind kind() {
        return MixedKind.values()[kind];
    }

    /** The next sound, of {@code seconds} or as long as it is. */
    byte[] next(double seconds) {
        kind = (kind + 1) % MixedKind.values().length;
        int length = (int) (seconds * LineFrame.RATE_HZ);
        return switch (kind()) {
            case VOICE -> encoded(voice(length), gain(-20, 10), 0);
            case TWO_VOICES -> encoded(sum(voice(length), voice(length), gain(-10, 0)), 1, 0);
            case VOICE_AND_NOISE -> encoded(sum(voice(length), noise(length), gain(-60, -20)), 1, 0);
            case QUIET_VOICE -> encoded(voice(length), gain(-50, -30), 0);
            case CLIPPED_VOICE -> encoded(voice(length), gain(10, 30), 0);
            case VOICE_OVER_TONE -> encoded(sum(voice(length), tone(length, 500 * (1 + random.nextInt(7))), 0.8), 1, 0);
            case VOICE_FROM_ALAW -> encoded(throughAlaw(voice(length)), gain(-6, 0), 0);
            case VOICE_OF_EIGHT_BITS -> encoded(rounded(voice(length), 256), 1, 0);
            case VOICE_WITH_OFFSET -> encoded(voice(length), 0.7, random.nextInt(4_000) - 2_000);
            case WHITE_NOISE -> encoded(noise(length), gain(-65, 0), 0);
            case BROWN_NOISE -> encoded(brown(length), gain(-50, 0), 0);
            case LAPLACE_NOISE -> encoded(laplace(length), gain(-50, 6), 0);
            case NOISE_OF_A_FEW_CODES -> codes(length);
            case TONE -> encoded(tone(length, 50 + 3_900 * random.nextDouble()), gain(-50, 0), 0);
            case TONE_OF_A_WHOLE_PERIOD -> encoded(tone(length, LineFrame.RATE_HZ / (2.0 + random.nextInt(40))), 1, 0);
            case TWO_TONES -> encoded(sum(tone(length, 697 + random.nextInt(250)), tone(length, 1_336), 1), 0.4, 0);
            case SQUARE -> encoded(square(length, 2 + random.nextInt(100)), gain(-60, 0), 0);
            case CHIRP -> encoded(chirp(length), gain(-30, 0), 0);
            case CHORDS -> encoded(chords(length), gain(-25, 0), 0);
            case HUM_AND_CLICKS -> encoded(clicks(tone(length, 50), 200), gain(-50, -30), 0);
            case PULSES -> encoded(pulses(length, 2 + random.nextInt(80)), 1, 0);
            case STEPS -> encoded(rounded(brown(length), 2_000), 1, 0);
            case REPEATED_NOISE -> repeated(encoded(noise(432), gain(-60, -50), 0), length);
            case OTHER_CHANNEL_SILENT -> encoded(spread(voice(length / 2), 0), 1, 0);
            case VOICE_REPEATED_TWICE -> encoded(spread(voice(length / 2), random.nextDouble()), 1, 0);
            case SILENCE -> filled(length, Mulaw.SILENCE);
            case NEGATIVE_SILENCE -> filled(length, (byte) 0x7F);
            case BUSY_TONE -> encoded(gated(sum(tone(length, 480), tone(length, 620), 1)), 0.2, 0);
        };
    }

    /** A factor between two levels, dB. */
    private double gain(double fromDb, double toDb) {
        return Math.pow(10, (fromDb + random.nextDouble() * (toDb - fromDb)) / 20);
    }

    private double[] voice(int length) {
        double[] out = new double[length];
        for (int at = random.nextInt(400); at < length; ) {
            short[] one = VOICES.get(random.nextInt(VOICES.size()));
            for (int i = 0; i < one.length && at < length; i++) {
                out[at++] = one[i];
            }
            at += random.nextInt(2_000);
        }
        return out;
    }

    private double[] noise(int length) {
        return drawn(GAUSS, 0.25 * 32_000, length);
    }

    private double[] laplace(int length) {
        return drawn(LAPLACE, 8_000, length);
    }

    /** Read out of a table of random numbers with a stride of its own, which is faster than to draw them. */
    private double[] drawn(double[] table, double gain, int length) {
        double[] out = new double[length];
        int at = random.nextInt(table.length);
        int stride = 2 * random.nextInt(table.length / 2) + 1;
        for (int i = 0; i < length; i++) {
            at = at + stride & table.length - 1;
            out[i] = gain * table[at];
        }
        return out;
    }

    private double[] brown(int length) {
        double[] out = noise(length);
        double low = 0;
        double slowness = 0.01 + 0.3 * random.nextDouble();
        for (int i = 0; i < length; i++) {
            low += slowness * (out[i] - low);
            out[i] = low / Math.sqrt(slowness);
        }
        return out;
    }

    private double[] tone(int length, double hz) {
        double[] out = new double[length];
        double step = 2 * Math.PI * hz / LineFrame.RATE_HZ;
        double twice = 2 * Math.cos(step);
        double before = -Math.sin(step);
        double now = 0;
        for (int i = 0; i < length; i++) {
            out[i] = 32_000 * now;
            double next = twice * now - before;
            before = now;
            now = next;
        }
        return out;
    }

    private static double[] chirp(int length) {
        double[] out = new double[length];
        double phase = 0;
        for (int i = 0; i < length; i++) {
            phase += Math.PI * i / length;
            out[i] = 32_000 * Math.sin(phase);
        }
        return out;
    }

    private double[] chords(int length) {
        double[] out = new double[length];
        for (int from = 0; from < length; from += 2_400) {
            double base = 110 * Math.pow(2, random.nextInt(25) / 12.0);
            for (double harmonic : new double[] {1, 1.26, 1.498, 2, 3, 4.01}) {
                double[] string = tone(Math.min(6_000, length - from), base * harmonic);
                double level = 0.3 / harmonic;
                for (int i = 0; i < string.length; i++) {
                    out[from + i] += string[i] * level;
                    level *= 0.9996;
                }
            }
        }
        return out;
    }

    private static double[] square(int length, int half) {
        double[] out = new double[length];
        for (int i = 0; i < length; i++) {
            out[i] = i / half % 2 == 0 ? 32_000 : -32_000;
        }
        return out;
    }

    private double[] clicks(double[] under, int each) {
        for (int i = 0; i < under.length; i++) {
            under[i] += random.nextInt(each) == 0 ? 900_000 * (random.nextDouble() - 0.5) : 0;
        }
        return under;
    }

    private static double[] pulses(int length, int each) {
        double[] out = new double[length];
        for (int i = 0; i < length; i++) {
            out[i] = i % each == 0 ? 32_000 : -1;
        }
        return out;
    }

    private static double[] rounded(double[] sound, int step) {
        return Arrays.stream(sound).map(each -> Math.rint(each / step) * step).toArray();
    }

    /** Every sample of {@code sound}, and {@code times} as much of it once more. */
    private static double[] spread(double[] sound, double times) {
        double[] out = new double[2 * sound.length];
        for (int i = 0; i < sound.length; i++) {
            out[2 * i] = sound[i];
            out[2 * i + 1] = times * sound[i];
        }
        return out;
    }

    private static double[] throughAlaw(double[] sound) {
        return Arrays.stream(sound)
                .map(each -> Alaw.decode(Alaw.encode((short) each)))
                .toArray();
    }

    private static double[] gated(double[] sound) {
        for (int i = 0; i < sound.length; i++) {
            sound[i] *= i / 4_000 % 2;
        }
        return sound;
    }

    private static double[] sum(double[] one, double[] other, double gain) {
        for (int i = 0; i < one.length; i++) {
            one[i] += gain * other[i];
        }
        return one;
    }

    private byte[] codes(int length) {
        int width = 1 + random.nextInt(64);
        byte[] out = new byte[length];
        for (int i = 0; i < length; i++) {
            out[i] = (byte) ((random.nextBoolean() ? 0xFF : 0x7F) - random.nextInt(width));
        }
        return out;
    }

    private static byte[] repeated(byte[] sound, int length) {
        byte[] out = new byte[length];
        for (int i = 0; i < length; i++) {
            out[i] = sound[i % sound.length];
        }
        return out;
    }

    private static byte[] filled(int length, byte code) {
        byte[] out = new byte[length];
        Arrays.fill(out, code);
        return out;
    }

    private static byte[] encoded(double[] sound, double gain, double offset) {
        byte[] out = new byte[sound.length];
        for (int i = 0; i < sound.length; i++) {
            double sample = sound[i] * gain + offset;
            out[i] = Mulaw.encode((short) Math.max(-32_768, Math.min(32_767, Math.rint(sample))));
        }
        return out;
    }
}
