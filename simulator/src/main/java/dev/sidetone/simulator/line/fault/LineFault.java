package dev.sidetone.simulator.line.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A fault that is injected into the line, one record a kind; {@link FaultKinds} lists the kinds. Immutable. */
public sealed interface LineFault permits SoundFault, StreamFault, ServerFault {
    /** The kind, which knows the fault's name and text form. */
    FaultKind kind();

    /** The text form without a time: {@code stall=2s}. */
    default String text() {
        return kind().name();
    }

    /** The duration once it has begun: null for the rest of the call, zero for an instant. */
    default @Nullable Duration length() {
        return null;
    }

    /** Returns whether it happens once in a call and is not a property of the line from the start. */
    default boolean happensOnce() {
        return false;
    }
}
