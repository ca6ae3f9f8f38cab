package dev.sidetone.bridge.time;

/**
 * Barks once when something has given no sign of life for a while. A sign costs no timer: the one that runs looks when it is due how
 * long the last sign is ago. Owned by the thread or loop of its {@link Timers}.
 */
public final class Watchdog {
    private final Timers timers;
    private final long patienceNs;
    private final Runnable bark;
    private long lastSignNs;
    private Timers.Timer look;
    private boolean calledOff;

    /** Watches from now on. */
    public Watchdog(Timers timers, long patienceNs, Runnable bark) {
        this.timers = timers;
        this.patienceNs = patienceNs;
        this.bark = bark;
        this.lastSignNs = timers.nowNs();
        this.look = timers.after(patienceNs, this::look);
    }

    /** Notes a sign of life. */
    public void sign(long atNs) {
        lastSignNs = atNs;
    }

    /** Watches no longer; harmless when it has barked. */
    public void callOff() {
        calledOff = true;
        look.cancel();
    }

    private void look() {
        if (calledOff) {
            return;
        }
        long leftNs = lastSignNs + patienceNs - timers.nowNs();
        if (leftNs > 0) {
            look = timers.after(leftNs, this::look);
            return;
        }
        calledOff = true;
        bark.run();
    }
}
