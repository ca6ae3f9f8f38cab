package dev.sidetone.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds a voice in an independent recording: takes the loudest stretches of the voice and correlates each with the recording at every lag.
 * Independent of level. Stateless.
 */
final class VoiceSearch {
    /** Every lag is tried with every fourth sample; the best one is then computed from all of them. */
    private static final int STRIDE = 4;

    /**
     * The place of one stretch of the voice in the recording.
     *
     * @param fromSample the start of the stretch in the voice
     * @param lagSamples its delay in the recording
     * @param correlation 1 for the same sound at any level, near 0 for a different one
     */
    record Match(int fromSample, int lagSamples, double correlation) {}

    private VoiceSearch() {}

    /** Returns the best match of each of the {@code stretches} loudest stretches of {@code lengthSamples}, in the order of the voice. */
    static List<Match> find(short[] voice, short[] recording, int stretches, int lengthSamples) {
        List<Match> matches = new ArrayList<>();
        for (int from : loudest(voice, stretches, lengthSamples)) {
            matches.add(bestFit(voice, from, lengthSamples, recording));
        }
        return matches;
    }

    /** Returns the starts of the loudest stretches without overlap; fewer if the voice is short or silent. */
    private static List<Integer> loudest(short[] voice, int stretches, int length) {
        List<Integer> candidates = new ArrayList<>();
        for (int from = 0; from + length <= voice.length; from += length) {
            if (energy(voice, from, length, 1) > 0) {
                candidates.add(from);
            }
        }
        candidates.sort(Comparator.comparingDouble(from -> -energy(voice, from, length, 1)));
        return candidates.stream().limit(stretches).sorted().toList();
    }

    private static Match bestFit(short[] voice, int from, int length, short[] recording) {
        long energy = energy(voice, from, length, STRIDE);
        int best = 0;
        double bestCorrelation = -1;
        for (int at = 0; at + length <= recording.length; at++) {
            double correlation = correlation(voice, from, energy, recording, at, length, STRIDE);
            if (correlation > bestCorrelation) {
                bestCorrelation = correlation;
                best = at;
            }
        }
        boolean fits = recording.length >= length;
        double closest =
                fits ? correlation(voice, from, energy(voice, from, length, 1), recording, best, length, 1) : 0;
        return new Match(from, best - from, closest);
    }

    /** @param energyA of the samples of {@code a} that are compared, worked out once for all places in {@code b} */
    private static double correlation(
            short[] a, int fromA, long energyA, short[] b, int fromB, int length, int stride) {
        long product = 0;
        long squares = 0;
        for (int i = 0; i < length; i += stride) {
            short other = b[fromB + i];
            product += a[fromA + i] * other;
            squares += other * other;
        }
        double scale = Math.sqrt((double) squares * energyA);
        return scale == 0 ? 0 : product / scale;
    }

    private static long energy(short[] samples, int from, int length, int stride) {
        long energy = 0;
        for (int i = from; i < from + length; i += stride) {
            energy += samples[i] * samples[i];
        }
        return energy;
    }
}
