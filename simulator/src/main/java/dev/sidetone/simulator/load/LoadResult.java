package dev.sidetone.simulator.load;

import dev.sidetone.simulator.timeline.LatencyDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a load. Figures of seconds in which the generator itself was late are left out of everything but the counts of calls. Immutable.
 *
 * @param started the calls that were placed
 * @param answered those of which a two-way stream came about
 * @param failed those that ended without one
 * @param dropped those that were answered and broke off
 * @param turns the turns of the calls that are over
 * @param unanswered those of them that nobody answered
 * @param ttfa the times to first audio at the ear
 * @param silence the times from a barge-in's onset to silence
 * @param lateness how late the generator wrote its frames, in all seconds
 * @param latenessMaxMs the latest of them, or null without any
 * @param withheldSeconds the seconds whose figures are left out
 * @param seconds each second, in order
 * @param failures why calls failed or broke off, the most frequent first
 * @param capacity what a search found, or null
 * @param cost what the generator itself used, or null where that is not known
 */
public record LoadResult(
        long started,
        long answered,
        long failed,
        long dropped,
        long turns,
        long unanswered,
        Spread ttfa,
        Spread silence,
        Spread lateness,
        @Nullable Double latenessMaxMs,
        int withheldSeconds,
        List<Second> seconds,
        List<Failure> failures,
        @Nullable Capacity capacity,
        @Nullable GeneratorCost cost) {
    public LoadResult {
        seconds = List.copyOf(seconds);
        failures = List.copyOf(failures);
    }

    /**
     * Percentiles of one kind of sample; null where there are too few.
     *
     * @param n the number of samples
     */
    public record Spread(long n, @Nullable Double p50Ms, @Nullable Double p95Ms, @Nullable Double p99Ms) {
        static Spread of(LatencyDigest samples) {
            return new Spread(samples.count(), samples.p50Ms(), samples.p95Ms(), samples.p99Ms());
        }
    }

    /**
     * One second.
     *
     * @param atS counts from 0 at the load's beginning
     * @param calls the most calls at once in it
     * @param ttfa the times of the answers that were heard in it
     * @param failed the calls that failed or broke off in it
     * @param latenessP99Ms null in a second in which nothing was sent
     * @param withheld whether the generator was late, so that its figures do not count
     */
    public record Second(
            int atS, int calls, Spread ttfa, int failed, @Nullable Double latenessP99Ms, boolean withheld) {}

    /**
     * One reason for calls that failed or broke off.
     *
     * @param code the finding's code
     * @param what its words in the first of these calls
     * @param calls how many calls there were
     */
    public record Failure(String code, String what, String cure, long calls) {}

    /** Whether every call that was over came to a wished end. */
    public boolean isClean() {
        return failed == 0 && dropped == 0;
    }
}
