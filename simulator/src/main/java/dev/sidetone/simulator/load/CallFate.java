package dev.sidetone.simulator.load;

/** The outcome of one call of a load. */
public enum CallFate {
    /** It was answered and came to an end that somebody wished. */
    DONE,
    /** No two-way stream came about: the webhook failed, the handshake was refused, or nobody answered. */
    FAILED,
    /** It was answered and broke off before the caller had said everything. */
    DROPPED,
    /** The load itself ended it, or this machine stood still: it says nothing of the server. */
    CUT
}
