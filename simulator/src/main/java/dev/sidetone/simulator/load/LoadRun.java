package dev.sidetone.simulator.load;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.CannotRun;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Plays a load from its first call to the end of its last. {@link #play} by one thread, {@link #cancel} by any. */
public final class LoadRun {
    private static final long PERIOD_NS = 5_000_000L;
    private static final long SHOWN_NS = 1_000_000_000L;
    /** Calls that hang up are given so long to end in peace. */
    private static final long LEAVING_NS = 10_000_000_000L;

    private final LoadCalls calls;
    private final LoadMeter meter;
    private final LoadSchedule schedule;
    private final CallerRamp ramp;
    private final Consumer<LoadStatus> progress;
    private volatile boolean cancelled;
    private @Nullable Long leavingNs;
    private @Nullable Long shownNs;

    /** @param progress is informed every second */
    public LoadRun(LoadPlan plan, LoadCalls calls, LoadMeter meter, Consumer<LoadStatus> progress) {
        this.calls = calls;
        this.meter = meter;
        this.schedule = plan.schedule(meter);
        this.ramp = new CallerRamp(calls, plan.perSecond(), plan.callsAgain());
        this.progress = progress;
    }

    /** Hangs up and makes no further calls; {@link #play} then returns what there is. */
    public void cancel() {
        cancelled = true;
    }

    /**
     * Plays it.
     *
     * @param waiting parks the thread for about so many nanoseconds
     */
    public LoadResult play(NanoClock clock, LongConsumer waiting) throws CannotRun {
        long beganNs = clock.nowNs();
        long cpuNs = GeneratorCost.cpuNs();
        long nowNs = beganNs;
        while (step(nowNs)) {
            waiting.accept(PERIOD_NS);
            nowNs = clock.nowNs();
        }
        return result(nowNs, cpuNs < 0 ? null : GeneratorCost.since(cpuNs, nowNs - beganNs));
    }

    /** Does what is due; returns whether the load goes on. */
    boolean step(long nowNs) throws CannotRun {
        calls.pump(nowNs);
        meter.closeUntil(nowNs);
        if (shownNs == null || nowNs - shownNs >= SHOWN_NS) {
            shownNs = nowNs;
            progress.accept(meter.status(nowNs, schedule.words()));
        }
        if (leavingNs == null) {
            int wanted = cancelled || ramp.isHopeless() ? LoadSchedule.OVER : schedule.wanted(nowNs, ramp);
            ramp.want(Math.max(0, wanted), cancelled ? "interrupted" : "the load has enough callers");
            leavingNs = wanted == LoadSchedule.OVER ? (Long) nowNs : null;
        }
        ramp.pulse(nowNs);
        return leavingNs == null || (ramp.running() > 0 && nowNs - leavingNs < LEAVING_NS);
    }

    /** What there is; after {@link #step} has said that it is over. */
    LoadResult result(long nowNs, @Nullable GeneratorCost cost) {
        return meter.result(nowNs, schedule.capacity(), cost);
    }
}
