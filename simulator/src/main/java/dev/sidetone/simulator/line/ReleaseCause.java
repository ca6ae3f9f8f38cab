package dev.sidetone.simulator.line;

/** The reason for which a call ended that nobody answered. */
public enum ReleaseCause {
    BUSY,
    NO_ANSWER,
    /** The number cannot be reached. */
    FAILED
}
