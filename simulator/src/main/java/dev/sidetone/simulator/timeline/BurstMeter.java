package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import org.jspecify.annotations.Nullable;

/**
 * Measures how much faster than real time answers arrive: audio over wall time, first to last chunk, of the fastest answer. An answer is
 * the chunks between two ends of the caller's speech, two clears or two pauses of a second. Owned by {@link PlayoutMeter}.
 */
final class BurstMeter {
    private static final long PAUSE_NS = 1_000_000_000L;
    private static final long WORTH_BYTES = LineFrame.RATE_HZ / 2;

    private long firstNs;
    private long lastNs;
    private long bytes;
    private @Nullable Double fastest;

    void chunk(long atNs, int more) {
        if (bytes > 0 && atNs - lastNs > PAUSE_NS) {
            answerOver();
        }
        if (bytes == 0) {
            firstNs = atNs;
        }
        lastNs = atNs;
        bytes += more;
    }

    void answerOver() {
        fastest = fastest();
        bytes = 0;
    }

    /** The fastest so far, the answer at hand included; null without an answer of at least two chunks and half a second. */
    @Nullable
    Double fastest() {
        if (bytes < WORTH_BYTES || lastNs == firstNs) {
            return fastest;
        }
        double audioNs = (double) bytes * LineFrame.SAMPLE_NS;
        double factor = audioNs / (lastNs - firstNs);
        return fastest == null ? (Double) factor : (Double) Math.max(fastest, factor);
    }
}
