package dev.sidetone.bench.bridges;

import org.HdrHistogram.Histogram;

/** The figures of one stretch of load. Filled by the thread of a {@link CallLoad}, read when that has been told to stop. Values in ns. */
final class LoadFigures {
    private static final long LONGEST_NS = 60_000_000_000L;
    private static final int DIGITS = 3;

    /** From the caller's frame to the agent. */
    final Histogram up = histogram();
    /** From the agent's paced piece to the caller. */
    final Histogram down = histogram();
    /** From a burst, which is sent at once, to its last piece at the caller. */
    final Histogram burst = histogram();
    /** How late the load itself was with a frame. */
    final Histogram lateness = histogram();

    /** Pieces that were sent before are not counted. */
    final long sinceNs;

    /** Samples that were not what they should be. */
    long wrong;

    /** Marks that came back, and messages that nobody expected. */
    long marks;

    long strange;

    LoadFigures(long sinceNs) {
        this.sinceNs = sinceNs;
    }

    private static Histogram histogram() {
        return new Histogram(1_000, LONGEST_NS, DIGITS);
    }

    /** Adds a value, however large. */
    static void add(Histogram to, long ns) {
        to.recordValue(Math.max(0, Math.min(ns, LONGEST_NS)));
    }
}
