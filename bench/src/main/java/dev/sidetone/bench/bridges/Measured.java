package dev.sidetone.bench.bridges;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * The figures of one bridge in one stretch of load. Times in ms.
 *
 * @param cpu CPU time per second of one call
 * @param up added latency of the caller's frames
 * @param down the same of the agent's paced pieces
 * @param burst from four seconds of sound at once to their last piece at the caller
 * @param residentMb the process's memory at the end
 * @param lateP99 how late the load itself was
 * @param wrong samples that were not what they should be, were too many, or never came
 */
record Measured(
        String contender,
        int calls,
        double cpu,
        Percentiles up,
        Percentiles down,
        Percentiles burst,
        double residentMb,
        double lateP99,
        long wrong,
        double seconds) {
    /** A load that was later than this says nothing about latency. */
    static final double LATE_MS = 5;

    /** Of one direction. */
    record Percentiles(double p50, double p99, double max) {
        static Percentiles of(Histogram ns) {
            return new Percentiles(
                    ns.getValueAtPercentile(50) / 1e6, ns.getValueAtPercentile(99) / 1e6, ns.getMaxValue() / 1e6);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f/%.1f/%.0f", p50, p99, max);
        }
    }

    /** Whether the load was late itself, so that the latencies are void. */
    boolean isVoid() {
        return lateP99 > LATE_MS;
    }

    /** The larger p99 of both directions. */
    double p99() {
        return Math.max(up.p99(), down.p99());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-9s %4d calls  %.3f ms CPU per call-second  up %s  down %s  burst %.1f/%.1f  %3.0f MB  load late %.1f ms%s%s",
                contender.substring(Math.max(0, contender.length() - 9)),
                calls,
                cpu,
                up,
                down,
                burst.p50(),
                burst.p99(),
                residentMb,
                lateP99,
                isVoid() ? ", latencies void" : "",
                wrong > 0 ? ", " + wrong + " SAMPLES WRONG OR MISSING" : "");
    }
}
