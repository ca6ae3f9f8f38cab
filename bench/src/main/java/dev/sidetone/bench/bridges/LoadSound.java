package dev.sidetone.bench.bridges;

import dev.sidetone.bridge.audio.Mulaw;
import java.util.Random;

/**
 * Sound that both ends know, so that every sample that arrives can be checked: noise where it passes unchanged, two tones where it is
 * companded and resampled. It repeats every second. Immutable, for any thread.
 */
final class LoadSound {
    /** Largest sample of the tones. */
    private static final int PEAK = 9_000;

    private static final double LOW_HZ = 213;
    private static final double HIGH_HZ = 331;
    /** A linear interpolation, a filter's ripple and mu-law's steps are within it; a sample too many or too few is not for long. */
    private static final int TOLERANCE = PEAK / 4;
    /** So many samples of the line at a beginning are a filter's answer to silence before it. */
    private static final int ONSET = 64;

    private static final int LINE_HZ = 8_000;

    private final LoadFlavour flavour;
    private final byte[] line = new byte[LINE_HZ];
    private final short[] wire;
    private final int upDelay;
    private final int downDelay;

    /**
     * @param upDelay samples at the agent's rate by which a bridge's filter delays the caller
     * @param downDelay samples of the line by which it delays the agent
     */
    LoadSound(LoadFlavour flavour, int upDelay, int downDelay) {
        this.flavour = flavour;
        this.upDelay = upDelay;
        this.downDelay = downDelay;
        this.wire = new short[flavour.rateHz];
        if (flavour.exact) {
            new Random(1).nextBytes(line);
        } else {
            for (int i = 0; i < line.length; i++) {
                line[i] = Mulaw.encode(tone(i, LINE_HZ));
            }
        }
        for (int i = 0; i < wire.length; i++) {
            wire[i] = tone(i, flavour.rateHz);
        }
    }

    private static short tone(int sample, int rateHz) {
        double at = 2 * Math.PI * sample / rateHz;
        return (short) Math.round(PEAK / 2.0 * (Math.sin(LOW_HZ * at) + Math.sin(HIGH_HZ * at)));
    }

    /** Writes {@code samples} of the line from {@code position} on. */
    void line(long position, byte[] out, int samples) {
        for (int i = 0; i < samples; i++) {
            out[i] = line[(int) ((position + i) % LINE_HZ)];
        }
    }

    /** Writes the agent's sound for {@code samples} of the line from {@code position} on; returns the number of bytes. */
    int wire(long position, byte[] out, int samples) {
        if (flavour.exact) {
            line(position, out, samples);
            return samples;
        }
        int count = samples * flavour.factor();
        long from = position * flavour.factor();
        for (int i = 0; i < count; i++) {
            short sample = wire[(int) ((from + i) % flavour.rateHz)];
            out[2 * i] = (byte) sample;
            out[2 * i + 1] = (byte) (sample >> 8);
        }
        return 2 * count;
    }

    /** Counts the samples of the line that are not what was sent from {@code position} on. */
    int wrongOnLine(long position, byte[] mulaw, int length) {
        int wrong = 0;
        for (int i = 0; i < length; i++) {
            long at = position + i;
            if (flavour.exact) {
                wrong += mulaw[i] == line[(int) (at % LINE_HZ)] ? 0 : 1;
            } else if (at >= ONSET) {
                int expected = Mulaw.decode(line[(int) ((at - downDelay) % LINE_HZ)]);
                wrong += Math.abs(Mulaw.decode(mulaw[i]) - expected) <= TOLERANCE ? 0 : 1;
            }
        }
        return wrong;
    }

    /** Counts the samples at the agent that are not what was sent from {@code position} of the line on. */
    int wrongAtAgent(long position, byte[] bytes, int from, int length) {
        int wrong = 0;
        if (flavour.exact) {
            for (int i = 0; i < length; i++) {
                wrong += bytes[from + i] == line[(int) ((position + i) % LINE_HZ)] ? 0 : 1;
            }
            return wrong;
        }
        long first = position * flavour.factor();
        for (int i = 0; i < length / 2; i++) {
            long at = first + i;
            int sample = (short) ((bytes[from + 2 * i] & 0xFF) | bytes[from + 2 * i + 1] << 8);
            if (at >= (long) ONSET * flavour.factor()) {
                wrong += Math.abs(sample - wire[(int) ((at - upDelay) % flavour.rateHz)]) <= TOLERANCE ? 0 : 1;
            }
        }
        return wrong;
    }
}
