package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.time.NanoClock;
import java.util.function.LongConsumer;

/** Pumps a timeline in production: the body of one daemon thread, which owns it until it ends. */
public final class TimelinePump implements Runnable {
    private static final long PERIOD_NS = 20_000_000L;

    private final CallTimeline timeline;
    private final NanoClock clock;
    private final LongConsumer waiting;
    private volatile boolean stopped;

    /** {@code waiting} parks the thread for about so many nanoseconds. */
    public TimelinePump(CallTimeline timeline, NanoClock clock, LongConsumer waiting) {
        this.timeline = timeline;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    public void run() {
        while (!stopped) {
            timeline.pump(clock.nowNs());
            waiting.accept(PERIOD_NS);
        }
    }

    /** Ends {@link #run} soon; join its thread, then close the timeline. Any thread. */
    public void stop() {
        stopped = true;
    }
}
