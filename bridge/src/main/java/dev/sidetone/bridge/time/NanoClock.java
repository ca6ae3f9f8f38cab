package dev.sidetone.bridge.time;

/** The process's monotonic clock, in nanoseconds from an arbitrary zero. One clock stamps every fact of a call. */
@FunctionalInterface
public interface NanoClock {
    long nowNs();

    /** The JVM's own monotonic clock. */
    static NanoClock system() {
        return System::nanoTime;
    }
}
