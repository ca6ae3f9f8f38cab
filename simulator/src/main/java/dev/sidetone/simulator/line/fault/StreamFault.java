package dev.sidetone.simulator.line.fault;

/** A fault that changes when the stream's messages reach the server, and whether. Times are nanoseconds after the stream's start. Immutable. */
public non-sealed interface StreamFault extends LineFault {
    /** The most by which each frame is delayed, drawn anew for every frame. */
    default long jitterNs() {
        return 0;
    }

    /** The time at which a message goes out that was sent during {@code window} and is due at {@code dueNs}. */
    default long collectedUntilNs(long dueNs, FaultWindow window) {
        return dueNs;
    }

    /** The time at which a message goes out that is due during {@code window} at {@code dueNs}. */
    default long stalledUntilNs(long dueNs, FaultWindow window) {
        return dueNs;
    }

    /** Returns whether frames are missing while it lasts. */
    default boolean losesFrames() {
        return false;
    }

    /** Returns whether it ends the stream's connection. */
    default boolean dropsConnection() {
        return false;
    }
}
