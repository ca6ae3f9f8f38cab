package dev.sidetone.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for a voice in a recording that was made by other means: takes the loudest stretches of the voice and finds where each of them
 * fits best. Loudness does not matter, only shape. Stateless.
 */
final class VoiceSearch {
    /** Every lag is tried with every fourth sample; the best one is then judged by all of them. */
    private static final int STRIDE = 4;

    /**
     * Where one stretch of the voice was found.
     *
     * @param fromSample where the stretch begins in the voice
     * @param lagSamples how much later it is in the recording
     * @param correlation 1 for the same sound at any loudness, near 0 for another one
     */
    record Match(int fromSample, int lagSamples, double correlation) {}

    private VoiceSearch() {}

    /** The best fit of each of the {@code stretches} loudest stretches of {@code lengthSamples}, in their order in the voice. */
    static List<Match> find(short[] voice, short[] recording, int stretches, int lengthSamples) {
        List<Match> matches = new ArrayList<>();
        for (int from : loudest(voice, stretches, lengthSamples)) {
            matches.add(bestFit(voice, from, lengthSamples, recording));
        }
        return matches;
    }

    /** Starts of the loudest stretches that do not overlap; fewer where the voice is short or silent. */
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
        int best = 0;
        double bestCorrelation = -1;
        for (int at = 0; at + length <= recording.length; at++) {
            double correlation = correlation(voice, from, recording, at, length, STRIDE);
            if (correlation > bestCorrelation) {
                bestCorrelation = correlation;
                best = at;
            }
        }
        boolean fits = recording.length >= length;
        return new Match(from, best - from, fits ? correlation(voice, from, recording, best, length, 1) : 0);
    }

    private static double correlation(short[] a, int fromA, short[] b, int fromB, int length, int stride) {
        long product = 0;
        long squares = 0;
        for (int i = 0; i < length; i += stride) {
            short other = b[fromB + i];
            product += a[fromA + i] * other;
            squares += other * other;
        }
        double scale = Math.sqrt((double) squares * energy(a, fromA, length, stride));
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
