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

    private static final int COMPARED = SAMPLES - LONGEST;

    /** The samples, and silence behind them for the last delays of four. */
    private final double[] sound = new double[SAMPLES + 4];

    private final double[] product = new double[LONGEST + 4];
    private final double[] likeness = new double[LONGEST + 1];
    private double pitchHz;
    private double brightness;

    /** Looks at {@value #SAMPLES} samples; true if they are voiced. */
    boolean look(short[] samples) {
        for (int i = 0; i < SAMPLES; i++) {
            sound[i] = samples[i];
        }
        products();
        double energy = product[0];
        if (energy == 0) {
            return false;
        }
        brightness = 1 - product[1] / energy;
        double best = 0;
        double shifted = energyFrom(SHORTEST);
        for (int lag = SHORTEST; lag <= LONGEST; lag++) {
            likeness[lag] = shifted == 0 ? 0 : product[lag] / Math.sqrt(energy * shifted);
            best = Math.max(best, likeness[lag]);
            if (lag < LONGEST) {
                shifted += sound[lag + COMPARED] * sound[lag + COMPARED] - sound[lag] * sound[lag];
            }
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

    /** Four delays at once: their sums share each sample that is read, and do not wait for one another. */
    private void products() {
        for (int lag = 0; lag <= LONGEST; lag += 4) {
            double sum = 0;
            double sum1 = 0;
            double sum2 = 0;
            double sum3 = 0;
            double later = sound[lag];
            double later1 = sound[lag + 1];
            double later2 = sound[lag + 2];
            for (int i = 0; i < COMPARED; i++) {
                double sample = sound[i];
                double later3 = sound[lag + 3 + i];
                sum += sample * later;
                sum1 += sample * later1;
                sum2 += sample * later2;
                sum3 += sample * later3;
                later = later1;
                later1 = later2;
                later2 = later3;
            }
            product[lag] = sum;
            product[lag + 1] = sum1;
            product[lag + 2] = sum2;
            product[lag + 3] = sum3;
        }
    }

    private double energyFrom(int from) {
        double sum = 0;
        for (int i = from; i < from + COMPARED; i++) {
            sum += sound[i] * sound[i];
        }
        return sum;
    }
}
