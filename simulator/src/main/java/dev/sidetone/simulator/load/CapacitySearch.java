package dev.sidetone.simulator.load;

import dev.sidetone.simulator.load.Capacity.Limit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Searches the most calls at once that hold: doubles their number until a step does not hold, then halves the distance between the last that
 * held and the first that did not, down to a twentieth. Each step waits until its callers are there and have settled, and is then measured; one
 * with too few answers for a p95 is measured longer. By the load's thread.
 */
final class CapacitySearch implements LoadSchedule {
    /** The first step. */
    static final int FIRST = 10;
    /** From the last caller's start to the first measured second. */
    static final long SETTLE_NS = 5_000_000_000L;
    /** A step's callers are given so long to be there; a server that takes no more of them never has them all. */
    static final long MOST_RAMP_NS = 30_000_000_000L;
    /** A step is measured at most so often in a row, for enough answers. */
    private static final int MOST_WINDOWS = 4;
    /** Of a step's calls so many in a hundred may fail. */
    private static final int MOST_FAILED_PERCENT = 1;
    /** Of a step's turns so many in a hundred may go without an answer. */
    private static final int MOST_UNANSWERED_PERCENT = 1;
    /** When the generator is late in more seconds of a hundred, a step says nothing of the server. */
    private static final int MOST_WITHHELD_PERCENT = 20;
    /** By so much the p95 may grow over the first step's, and by no more than both. */
    private static final double SLOWER_FACTOR = 1.2;

    private static final double SLOWER_MS = 50;

    private final int most;
    private final Duration step;
    private final LoadMeter meter;
    private @Nullable Double limitMs;
    private int wanted;
    private int good;
    private int bad = Integer.MAX_VALUE;
    private @Nullable Limit limit;
    private boolean over;
    private @Nullable Long rampNs;
    private @Nullable Long fromNs;
    private int windows;
    private long turnsBefore;
    private long unansweredBefore;

    /**
     * @param most the most calls that are tried
     * @param step for how long each number of calls is measured
     * @param limitMs the TTFA p95 that passes; null for a fifth and 50 ms more than that of the first step
     */
    CapacitySearch(int most, Duration step, @Nullable Double limitMs, LoadMeter meter) {
        this.most = most;
        this.step = step;
        this.limitMs = limitMs;
        this.meter = meter;
        this.wanted = Math.min(FIRST, most);
    }

    @Override
    public int wanted(long nowNs, CallerRamp callers) {
        if (over) {
            return OVER;
        }
        Long measuredNs = fromNs;
        if (measuredNs == null) {
            settle(nowNs, callers.running());
        } else if (meter.closed() >= meter.secondOf(measuredNs + windows * step.toNanos())) {
            judge(meter.window(meter.secondOf(measuredNs), meter.closed()));
        }
        return over ? OVER : wanted;
    }

    @Override
    public @Nullable Capacity capacity() {
        return over ? new Capacity(good, limit) : null;
    }

    @Override
    public String words() {
        return (fromNs == null ? "going to " : "measuring ") + wanted + " calls, held " + good;
    }

    private void settle(long nowNs, int running) {
        if (rampNs == null) {
            rampNs = nowNs;
        }
        // A call that has just ended is being replaced: nearly all is all.
        boolean there = running * 100L >= wanted * 95L;
        if (there || nowNs - rampNs >= MOST_RAMP_NS + wanted * 200_000_000L) {
            fromNs = nowNs + SETTLE_NS + 1_000_000_000L;
            windows = 1;
            turnsBefore = meter.turns();
            unansweredBefore = meter.unanswered();
        }
    }

    private void judge(LoadWindow seen) {
        Double p95Ms = seen.ttfa().p95Ms();
        Limit broken = broken(seen);
        if (broken == null && p95Ms == null && windows < MOST_WINDOWS) {
            windows++;
            return;
        }
        if (broken == null && limitMs == null && p95Ms != null) {
            limitMs = Math.max(p95Ms * SLOWER_FACTOR, p95Ms + SLOWER_MS);
        }
        if (broken == null) {
            good = wanted;
        } else {
            bad = wanted;
            limit = broken;
        }
        next();
    }

    private @Nullable Limit broken(LoadWindow seen) {
        if (seen.withheld() * 100 > MOST_WITHHELD_PERCENT * seen.seconds()) {
            return Limit.GENERATOR;
        }
        if (seen.failed() * 100 > MOST_FAILED_PERCENT * Math.max(seen.over(), wanted)) {
            return Limit.FAILED;
        }
        long turns = meter.turns() - turnsBefore;
        long unanswered = meter.unanswered() - unansweredBefore;
        Double p95Ms = seen.ttfa().p95Ms();
        boolean late = limitMs != null && p95Ms != null && p95Ms > limitMs;
        boolean silent = windows >= MOST_WINDOWS && seen.ttfa().n() == 0;
        return late || silent || unanswered * 100 > MOST_UNANSWERED_PERCENT * turns ? Limit.TTFA : null;
    }

    private void next() {
        rampNs = null;
        fromNs = null;
        if (good >= most || bad - good <= Math.max(1, good / 20)) {
            over = true;
        } else {
            wanted = bad == Integer.MAX_VALUE ? Math.min(most, 2 * good) : (good + bad) / 2;
        }
    }
}
