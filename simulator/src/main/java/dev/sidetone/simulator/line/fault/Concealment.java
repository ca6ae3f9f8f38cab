package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;

/**
 * Fills lost frames from the sound before them, as ITU-T G.711 Appendix I does: repeats the last period of the voice, at full loudness for 10 ms
 * and fading to silence at 60 ms. Owned by one call.
 */
final class Concealment {
    /** Voices between 200 and 66 Hz. */
    private static final int SHORTEST_PERIOD = 40;

    private static final int LONGEST_PERIOD = 120;
    private static final int COMPARED = 160;
    private static final int FULL = 80;
    private static final int SILENT = 480;

    private final double[] history = new double[COMPARED + LONGEST_PERIOD];
    private int missing;
    private int period;

    /** Takes in a frame that was not lost. */
    void heard(double[] samples) {
        missing = 0;
        System.arraycopy(history, samples.length, history, 0, history.length - samples.length);
        System.arraycopy(samples, 0, history, history.length - samples.length, samples.length);
    }

    /** Fills a frame that was. */
    void conceal(double[] samples) {
        if (missing == 0) {
            period = period();
        }
        int from = history.length - period;
        for (int i = 0; i < samples.length; i++) {
            samples[i] = gain(missing) * history[from + missing % period];
            missing++;
        }
    }

    private static double gain(int sample) {
        return Math.max(0, Math.min(1, 1 - (double) (sample - FULL) / (SILENT - FULL)));
    }

    /** The shift at which the last {@value LineFrame#MS} ms are most like what was before them. */
    private int period() {
        int best = SHORTEST_PERIOD;
        double likeness = Double.NEGATIVE_INFINITY;
        for (int shift = SHORTEST_PERIOD; shift <= LONGEST_PERIOD; shift++) {
            double found = likeness(shift);
            if (found > likeness) {
                likeness = found;
                best = shift;
            }
        }
        return best;
    }

    private double likeness(int shift) {
        double product = 0;
        double power = 1;
        for (int i = history.length - COMPARED; i < history.length; i++) {
            product += history[i] * history[i - shift];
            power += history[i - shift] * history[i - shift];
        }
        return product / Math.sqrt(power);
    }
}
