package dev.sidetone.bridge.time;

import java.util.concurrent.locks.LockSupport;

/** Parks and wakes threads that time themselves, such as the line's. */
public final class Park {
    private Park() {}

    /** Parks the calling thread for about {@code ns}; may return early, and at once when it is unparked or interrupted. */
    public static void forNs(long ns) {
        if (ns > 0) {
            LockSupport.parkNanos(ns);
        }
    }

    /** Ends the wait of {@code thread}, or its next one. */
    public static void wake(Thread thread) {
        LockSupport.unpark(thread);
    }
}
