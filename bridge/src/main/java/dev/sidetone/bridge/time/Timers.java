package dev.sidetone.bridge.time;

/** Runs things later, on the one thread or event loop that owns whatever they touch. */
public interface Timers extends NanoClock {
    /** Runs {@code action} once, {@code delayNs} from now; a delay of zero or less means as soon as the owner is free. */
    Timer after(long delayNs, Runnable action);

    /** A pending action. */
    @FunctionalInterface
    interface Timer {
        /** Forgets the action; harmless when it has run. */
        void cancel();
    }
}
