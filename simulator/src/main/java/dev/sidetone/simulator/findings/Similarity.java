package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.SpeechEnergy;

/**
 * Compares two sounds played at different speeds, from 0 to 1: first by their levels, 10 ms by 10 ms, which is cheap and may be chance,
 * then by their samples, which is not. Stateless.
 */
final class Similarity {
    /** Sounds begin where they are first audible, which may be some windows apart. */
    private static final int MOST_SHIFT = 4;

    private static final int PROOF_WINDOWS = 40;
    /** Samples are taken in pairs: what is above 2 kHz may well be lost on the way. */
    private static final int PAIR = 2;

    private Similarity() {}

    /** Of the loudness of the first {@code windows}. */
    static double ofLevels(KnownSound heard, KnownSound known, double speed, int windows) {
        double best = 0;
        for (int shift = -MOST_SHIFT; shift <= MOST_SHIFT; shift++) {
            double[] one = new double[windows - 2 * MOST_SHIFT];
            double[] other = new double[one.length];
            for (int i = 0; i < one.length; i++) {
                one[i] = heard.level(i + MOST_SHIFT, 1);
                other[i] = known.level(i + MOST_SHIFT + shift, speed);
            }
            best = Math.max(best, correlation(one, other));
        }
        return best;
    }

    /** Of the samples of the loudest 400 ms of the first {@code windows}, or of all of these where they are fewer. */
    static double ofSamples(KnownSound heard, KnownSound known, double speed, int windows) {
        int length = Math.min(PROOF_WINDOWS, windows);
        int from = heard.loudest(length, windows) * SpeechEnergy.WINDOW;
        int most = MOST_SHIFT * SpeechEnergy.WINDOW;
        double[] one = pairs(heard, 1, from, length * SpeechEnergy.WINDOW);
        double[] other = pairs(known, speed, from - most, length * SpeechEnergy.WINDOW + 2 * most);
        double energy = product(one, one, 0);
        double best = 0;
        for (int shift = 0; shift + one.length <= other.length; shift++) {
            double othersEnergy = energy(other, shift, one.length);
            if (energy > 0 && othersEnergy > 0) {
                best = Math.max(best, Math.abs(product(one, other, shift)) / Math.sqrt(energy * othersEnergy));
            }
        }
        return best;
    }

    private static double[] pairs(KnownSound sound, double speed, int from, int count) {
        double[] pairs = new double[count / PAIR];
        for (int i = 0; i < pairs.length; i++) {
            int at = from + i * PAIR;
            pairs[i] = sound.sample(at, speed) + sound.sample(at + 1, speed);
        }
        return pairs;
    }

    private static double product(double[] one, double[] other, int shift) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i + shift];
        }
        return sum;
    }

    private static double energy(double[] of, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += of[i] * of[i];
        }
        return sum;
    }

    private static double correlation(double[] one, double[] other) {
        centre(one);
        centre(other);
        double energies = product(one, one, 0) * product(other, other, 0);
        return energies == 0 ? 0 : product(one, other, 0) / Math.sqrt(energies);
    }

    private static void centre(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= sum / values.length;
        }
    }
}
