package dev.sidetone.bridge.time;

/** Schedules actions on the one thread or event loop that owns the state they touch. */
public interface Timers extends NanoClock {
    /** Runs {@code action} once, {@code delayNs} from now; a delay of zero or less means as soon as the owner is free. */
    Timer after(long delayNs, Runnable action);

    /** A pending action. */
    @FunctionalInterface
    interface Timer {
        /** Cancels the action; harmless when it has run. */
        void cancel();
    }
}
