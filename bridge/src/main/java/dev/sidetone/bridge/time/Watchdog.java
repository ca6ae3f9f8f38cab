package dev.sidetone.bridge.time;

import java.util.function.LongConsumer;

/**
 * A watchdog timer: runs an action once when it was not reset for as long as its timeout. Time in which the process stood still does not
 * count, for what was awaited may lie unread in a socket since: it looks around often, and by as much as a look comes late the timeout is
 * longer. A reset starts no timer. Owned by the thread or loop of its {@link Timers}.
 */
public final class Watchdog {
    /** From one look to the next, at the most. */
    private static final long LOOK_NS = 500_000_000L;
    /** A busy machine is late by less; the collector seldom by more. */
    private static final long LATE_NS = 100_000_000L;

    private final Timers timers;
    private final long timeoutNs;
    private final Runnable action;
    private final LongConsumer stoodStill;
    private long lastResetNs;
    private long lookNs;
    private long stoodStillNs;
    private long stoodStillInAllNs;
    private Timers.Timer look;
    private boolean stopped;

    /** Starts now. */
    public Watchdog(Timers timers, long timeoutNs, Runnable action) {
        this(timers, timeoutNs, action, ns -> {});
    }

    /**
     * Starts now.
     *
     * @param stoodStill takes the time for which the process stood still, each time that it did
     */
    public Watchdog(Timers timers, long timeoutNs, Runnable action, LongConsumer stoodStill) {
        this.timers = timers;
        this.timeoutNs = timeoutNs;
        this.action = action;
        this.stoodStill = stoodStill;
        this.lastResetNs = timers.nowNs();
        this.look = lookIn(Math.min(timeoutNs, LOOK_NS));
    }

    /** Starts the timeout anew from {@code atNs}. */
    public void reset(long atNs) {
        lastResetNs = atNs;
        stoodStillNs = 0;
    }

    /** Stops watching; harmless when it has fired. */
    public void stop() {
        stopped = true;
        look.cancel();
    }

    /** For how long the process stood still since the start. */
    public long stoodStillNs() {
        return stoodStillInAllNs;
    }

    private Timers.Timer lookIn(long ns) {
        lookNs = timers.nowNs() + ns;
        return timers.after(ns, this::look);
    }

    private void look() {
        if (stopped) {
            return;
        }
        boolean late = countLateness();
        long leftNs = lastResetNs + timeoutNs + stoodStillNs - timers.nowNs();
        if (late) {
            // However long it stood still: what lies in the sockets is read before the next look.
            leftNs = Math.max(leftNs, LATE_NS);
        }
        if (leftNs > 0) {
            look = lookIn(Math.min(leftNs, LOOK_NS));
            return;
        }
        stopped = true;
        action.run();
    }

    /** Returns whether this look was late. */
    private boolean countLateness() {
        long nowNs = timers.nowNs();
        long lateNs = nowNs - lookNs;
        if (lateNs <= LATE_NS) {
            return false;
        }
        stoodStillInAllNs += lateNs;
        // What was read since then was read after the standstill, or in it.
        stoodStillNs += Math.min(lateNs, Math.max(0, nowNs - lastResetNs));
        stoodStill.accept(lateNs);
        return true;
    }
}
