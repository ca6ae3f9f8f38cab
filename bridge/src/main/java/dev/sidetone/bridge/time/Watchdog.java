package dev.sidetone.bridge.time;

/**
 * A watchdog timer: runs an action once when it was not reset for as long as its timeout. A reset starts no timer: the one that runs
 * checks, when it is due, how long ago the last reset was. Owned by the thread or loop of its {@link Timers}.
 */
public final class Watchdog {
    private final Timers timers;
    private final long timeoutNs;
    private final Runnable action;
    private long lastResetNs;
    private Timers.Timer check;
    private boolean stopped;

    /** Starts now. */
    public Watchdog(Timers timers, long timeoutNs, Runnable action) {
        this.timers = timers;
        this.timeoutNs = timeoutNs;
        this.action = action;
        this.lastResetNs = timers.nowNs();
        this.check = timers.after(timeoutNs, this::check);
    }

    /** Starts the timeout anew from {@code atNs}. */
    public void reset(long atNs) {
        lastResetNs = atNs;
    }

    /** Stops watching; harmless when it has fired. */
    public void stop() {
        stopped = true;
        check.cancel();
    }

    private void check() {
        if (stopped) {
            return;
        }
        long leftNs = lastResetNs + timeoutNs - timers.nowNs();
        if (leftNs > 0) {
            check = timers.after(leftNs, this::check);
            return;
        }
        stopped = true;
        action.run();
    }
}
