package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;

/**
 * Pitch and brightness of 40 ms of a voice, by autocorrelation. Owned by one check; keeps its arrays, so that looking allocates nothing.
 */
final class Spectrum {
    static final int SAMPLES = 2 * LineFrame.BYTES;

    private static final int SHORTEST = LineFrame.RATE_HZ / 800;
    private static final int LONGEST = LineFrame.RATE_HZ / 40;
    private static final double VOICED = 0.6;
    private static final double NEARLY_BEST = 0.9;

    private final double[] likeness = new double[LONGEST + 1];
    private double pitchHz;
    private double brightness;

    /** Looks at {@value #SAMPLES} samples; true if they are voiced. */
    boolean look(short[] samples) {
        double energy = product(samples, 0, SAMPLES - LONGEST);
        if (energy == 0) {
            return false;
        }
        brightness = 1 - product(samples, 1, SAMPLES - LONGEST) / energy;
        double best = 0;
        for (int lag = SHORTEST; lag <= LONGEST; lag++) {
            double shifted = energyFrom(samples, lag, SAMPLES - LONGEST);
            likeness[lag] = shifted == 0 ? 0 : product(samples, lag, SAMPLES - LONGEST) / Math.sqrt(energy * shifted);
            best = Math.max(best, likeness[lag]);
        }
        pitchHz = best < VOICED ? 0 : (double) LineFrame.RATE_HZ / firstPeak(best);
        return best >= VOICED;
    }

    /** The shortest period that is nearly as good as the best: longer ones are its multiples. */
    private int firstPeak(double best) {
        for (int lag = SHORTEST + 1; lag < LONGEST; lag++) {
            boolean peak = likeness[lag] >= likeness[lag - 1] && likeness[lag] >= likeness[lag + 1];
            if (peak && likeness[lag] >= NEARLY_BEST * best) {
                return lag;
            }
        }
        return LONGEST;
    }

    /** The voice's pitch, Hz; 40 and 800 are the ends of what is looked for. */
    double pitchHz() {
        return pitchHz;
    }

    /** 0 for a hum, 1 for white noise, more for a hiss: one less the likeness of neighbouring samples. */
    double brightness() {
        return brightness;
    }

    private static double product(short[] samples, int lag, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (double) samples[i] * samples[i + lag];
        }
        return sum;
    }

    private static double energyFrom(short[] samples, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
    }
}
