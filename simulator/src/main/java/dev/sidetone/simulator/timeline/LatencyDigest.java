package dev.sidetone.simulator.timeline;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Computes percentiles of raw samples, in memory that does not grow with them. Missing samples are left out, and percentiles far out are
 * withheld below {@value #ENOUGH} samples. Owned by one thread.
 */
public final class LatencyDigest {
    /** The number of samples needed for a 95th percentile. */
    public static final int ENOUGH = 20;

    /** Finer steps are what three digits give from here up anyway; below, each would be searched again for every percentile. */
    private static final long SHORTEST_NS = 64;

    private static final long LONGEST_NS = 3_600_000_000_000L;
    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(SHORTEST_NS, LONGEST_NS, DIGITS);

    public void recordNs(long ns) {
        histogram.recordValue(Math.min(LONGEST_NS, Math.max(0, ns)));
    }

    public void recordMs(double ms) {
        recordNs(Math.round(ms * 1e6));
    }

    /** Forgets all samples, for whoever computes many percentiles one after the other. */
    public void clear() {
        histogram.reset();
    }

    /** Takes over another's samples: percentiles of many calls come from all their samples, never from their percentiles. */
    public void add(LatencyDigest other) {
        histogram.add(other.histogram);
    }

    /** One with the same samples, which later ones do not change. */
    LatencyDigest copy() {
        LatencyDigest copy = new LatencyDigest();
        copy.add(this);
        return copy;
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /** The median, null without samples. */
    public @Nullable Double p50Ms() {
        return count() == 0 ? null : (Double) percentile(50);
    }

    /** Null below {@value #ENOUGH} samples. */
    public @Nullable Double p95Ms() {
        return count() < ENOUGH ? null : (Double) percentile(95);
    }

    /** Null below {@value #ENOUGH} samples. */
    public @Nullable Double p99Ms() {
        return count() < ENOUGH ? null : (Double) percentile(99);
    }

    /** The greatest sample, to three digits; null without samples. */
    public @Nullable Double maxMs() {
        return count() == 0 ? null : (Double) (histogram.getMaxValue() / 1e6);
    }

    /** Whether {@code other} is a digest of as many samples of the same lengths. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LatencyDigest digest && histogram.equals(digest.histogram);
    }

    @Override
    public int hashCode() {
        return histogram.hashCode();
    }

    private double percentile(double percent) {
        long ns = histogram.medianEquivalentValue(histogram.getValueAtPercentile(percent));
        return Math.min(ns, histogram.getMaxValue()) / 1e6;
    }
}
