package dev.sidetone.bridge.audio;

import java.util.Arrays;

/**
 * Resamples one stream of linear samples in one direction. The result does not depend on how the stream is cut into chunks.
 *
 * <p>A polyphase FIR filter, a windowed sinc, for any rational ratio. At the lower of the two rates f: flat to 0.5 dB up to 0.425 f,
 * down 30 dB at 0.5 f and 60 dB from 0.575 f, with a group delay of 16 / f; at 8 kHz that is 3.4 kHz, 4.0 kHz, 4.6 kHz and 2 ms. One
 * owner, one thread.
 */
public final class Resampler {
    private static final double CUTOFF = 0.4605;
    private static final double REACH = 16;
    private static final double KAISER_BETA = 5.05;
    private static final double BESSEL_OF_BETA = bessel(KAISER_BETA);
    /** A filter has no more values, whatever the rates: some 5 ms of work. Rates that equipment has need a quarter. */
    private static final int MOST_VALUES = 1 << 16;

    private final int up;
    private final int down;
    private final int taps;
    /**
     * By phase: the taps that meet the newest input first. As many as {@link #up}, or for odd ratios as many as are bearable: then the
     * nearest below is taken, some hundredth of a sample away.
     */
    private final float[][] phases;

    private final double delaySeconds;

    /** The last inputs of earlier chunks, then this chunk's. */
    private float[] window;

    /** The position of the next output after the first input of the next chunk, in steps of 1/up input sample. */
    private long position;

    /** Both rates in Hz, positive. */
    public Resampler(int fromHz, int toHz) {
        if (fromHz <= 0 || toHz <= 0) {
            throw new IllegalArgumentException("cannot resample from " + fromHz + " Hz to " + toHz + " Hz");
        }
        int divisor = gcd(fromHz, toHz);
        up = toHz / divisor;
        down = fromHz / divisor;
        double stepsPerSecond = (double) fromHz * up;
        double lowHz = Math.min(fromHz, toHz);
        int centre = up == down ? 0 : (int) Math.round(REACH * stepsPerSecond / lowHz);
        delaySeconds = centre / stepsPerSecond;
        taps = (2 * centre + up) / up;
        phases = phases(centre, CUTOFF * lowHz / stepsPerSecond);
        window = new float[taps - 1];
    }

    /** The filter of {@code like}, at the beginning of another stream. */
    private Resampler(Resampler like) {
        up = like.up;
        down = like.down;
        taps = like.taps;
        phases = like.phases;
        delaySeconds = like.delaySeconds;
        window = new float[taps - 1];
    }

    /** A resampler between the same rates for another stream. */
    public Resampler another() {
        return new Resampler(this);
    }

    /** The delay of the output, in nanoseconds of sound. */
    public long delayNs() {
        return Math.round(delaySeconds * 1e9);
    }

    /** Takes the next samples of the stream and gives those that they complete. */
    public short[] resample(short[] in) {
        return resample(in, in.length);
    }

    /** The same for the first {@code length} samples of {@code in}; at equal rates they are what was given. */
    public short[] resample(short[] in, int length) {
        if (up == down) {
            return Arrays.copyOf(in, length);
        }
        append(in, length);
        long steps = (long) length * up - position;
        short[] out = new short[steps <= 0 ? 0 : (int) ((steps - 1) / down + 1)];
        if (down == 1) {
            raise(out, length);
        } else if (up == 1) {
            lower(out);
        } else {
            convert(out);
        }
        position += (long) out.length * down - (long) length * up;
        System.arraycopy(window, length, window, 0, taps - 1);
        return out;
    }

    /** To a multiple of the rate, phase by phase. */
    private void raise(short[] out, int length) {
        for (int phase = 0; phase < up; phase++) {
            filter(phase(phase), taps - 1, 1, length, out, phase, up);
        }
    }

    /** To a fraction of the rate. */
    private void lower(short[] out) {
        filter(phases[0], (int) position + taps - 1, down, out.length, out, 0, 1);
    }

    /**
     * Gives {@code count} samples from inputs {@code step} apart. Four sums at a time do not wait for each other; each is the same as alone.
     */
    private void filter(float[] filter, int newest, int step, int count, short[] out, int first, int stride) {
        float[] sound = window;
        int to = first;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            int at = newest + i * step;
            float sum0 = 0;
            float sum1 = 0;
            float sum2 = 0;
            float sum3 = 0;
            for (float tap : filter) {
                sum0 += tap * sound[at];
                sum1 += tap * sound[at + step];
                sum2 += tap * sound[at + 2 * step];
                sum3 += tap * sound[at + 3 * step];
                at--;
            }
            out[to] = rounded(sum0);
            out[to + stride] = rounded(sum1);
            out[to + 2 * stride] = rounded(sum2);
            out[to + 3 * stride] = rounded(sum3);
            to += 4 * stride;
        }
        for (; i < count; i++) {
            out[to] = sampleAt(newest + i * step - (taps - 1), filter);
            to += stride;
        }
    }

    /** Between rates of which neither is a multiple of the other. */
    private void convert(short[] out) {
        long at = position;
        for (int i = 0; i < out.length; i++) {
            out[i] = sampleAt((int) (at / up), phase(at % up));
            at += down;
        }
    }

    /** The filter for an output {@code step} of 1/up input sample after an input. */
    private float[] phase(long step) {
        return phases[(int) (step * phases.length / up)];
    }

    private void append(short[] in, int length) {
        int needed = taps - 1 + length;
        if (window.length < needed) {
            float[] larger = new float[needed];
            System.arraycopy(window, 0, larger, 0, taps - 1);
            window = larger;
        }
        for (int i = 0; i < length; i++) {
            window[taps - 1 + i] = in[i];
        }
    }

    /** {@code newest} counts from the first sample of this chunk. */
    private short sampleAt(int newest, float[] phase) {
        float[] sound = window;
        float sum = 0;
        int at = newest + taps - 1;
        for (float tap : phase) {
            sum += tap * sound[at--];
        }
        return rounded(sum);
    }

    private static short rounded(float sum) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
    }

    /** Every phase lets a constant through unchanged, so that no tone of the input's rate is added to it. */
    private float[][] phases(int centre, double cutoff) {
        float[][] phases = new float[Math.min(up, Math.max(1, MOST_VALUES / taps))][taps];
        for (int phase = 0; phase < phases.length; phase++) {
            int step = (int) ((long) phase * up / phases.length);
            double[] exact = new double[taps];
            double sum = 0;
            for (int tap = 0; tap < taps; tap++) {
                exact[tap] = impulse(step + tap * up - centre, centre, cutoff);
                sum += exact[tap];
            }
            for (int tap = 0; tap < taps; tap++) {
                phases[phase][tap] = (float) (exact[tap] / sum);
            }
        }
        return phases;
    }

    /** The filter {@code offset} steps from its middle: a sinc under a Kaiser window. */
    private static double impulse(int offset, int centre, double cutoff) {
        if (offset == 0) {
            return 2 * cutoff;
        }
        if (Math.abs(offset) > centre) {
            return 0;
        }
        double edge = (double) offset / (centre + 1);
        double sinc = Math.sin(2 * Math.PI * cutoff * offset) / (Math.PI * offset);
        return sinc * bessel(KAISER_BETA * Math.sqrt(1 - edge * edge)) / BESSEL_OF_BETA;
    }

    /** The modified Bessel function of order zero, by its series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-12; k++) {
            term *= (x / 2 / k) * (x / 2 / k);
            sum += term;
        }
        return sum;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
