package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import org.jspecify.annotations.Nullable;

/**
 * Measures how the audio of answers arrives: how much faster than real time (audio over wall time, first to last chunk, of the fastest answer)
 * and, where it is paced, how unevenly. An answer is the chunks between two ends of the caller's speech, two clears or two pauses of a second.
 * Owned by {@link PlayoutMeter}.
 */
final class ArrivalMeter {
    private static final long PAUSE_NS = 1_000_000_000L;
    private static final long WORTH_BYTES = LineFrame.RATE_HZ / 2;
    /** The gain of RFC 3550, section 6.4.1. */
    private static final double GAIN = 1.0 / 16;
    /** So many chunks, and so much audio, bring the estimate near to its value. */
    private static final int FEWEST_CHUNKS = 16;

    private static final long JITTER_BYTES = LineFrame.RATE_HZ;
    /** An answer that comes faster than this is sent ahead, not paced. */
    private static final double PACED = 1.25;

    private long firstNs;
    private long lastNs;
    private int lastBytes;
    private int chunks;
    private long bytes;
    private double jitterNs;
    private @Nullable Double fastest;
    private @Nullable Double mostJitterNs;

    void chunk(long atNs, int more) {
        if (bytes > 0 && atNs - lastNs > PAUSE_NS) {
            answerOver();
        }
        if (bytes == 0) {
            firstNs = atNs;
        } else {
            double unevenNs = Math.abs(atNs - lastNs - (double) lastBytes * LineFrame.SAMPLE_NS);
            jitterNs += (unevenNs - jitterNs) * GAIN;
        }
        lastNs = atNs;
        lastBytes = more;
        bytes += more;
        chunks++;
    }

    void answerOver() {
        fastest = fastest();
        mostJitterNs = mostJitterNs();
        bytes = 0;
        chunks = 0;
        jitterNs = 0;
    }

    /** The fastest so far, the answer at hand included; null without an answer of at least two chunks and half a second. */
    @Nullable
    Double fastest() {
        if (bytes < WORTH_BYTES || lastNs == firstNs) {
            return fastest;
        }
        double factor = factor(bytes);
        return fastest == null ? (Double) factor : (Double) Math.max(fastest, factor);
    }

    /**
     * The interarrival jitter of RFC 3550 at the end of the paced answer in which it was highest; null without an answer of a second that is paced.
     * A chunk is due when the one before it has played.
     */
    @Nullable
    Double jitterMs() {
        Double most = mostJitterNs();
        return most == null ? null : (Double) (most / 1e6);
    }

    private @Nullable Double mostJitterNs() {
        boolean paced = chunks >= FEWEST_CHUNKS && bytes >= JITTER_BYTES && factor(bytes - lastBytes) <= PACED;
        if (!paced) {
            return mostJitterNs;
        }
        return mostJitterNs == null ? (Double) jitterNs : (Double) Math.max(mostJitterNs, jitterNs);
    }

    private double factor(long audioBytes) {
        return (double) audioBytes * LineFrame.SAMPLE_NS / (lastNs - firstNs);
    }
}
