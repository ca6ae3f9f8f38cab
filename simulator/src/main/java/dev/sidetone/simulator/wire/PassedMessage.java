package dev.sidetone.simulator.wire;

import dev.sidetone.simulator.timeline.Wire;

/**
 * Messages as the facts tell them, before they are folded. Immutable.
 *
 * @param number the server's message on the stream, from 1; 0 where it is not counted
 * @param bytes how much sound they carry, all in all
 * @param exact whether {@code text} is what passed, but for its sound
 */
record PassedMessage(
        long firstNs,
        long lastNs,
        Wire wire,
        boolean toAgent,
        String stream,
        long number,
        int count,
        long bytes,
        String text,
        boolean exact) {
    /** The same without its text. */
    PassedMessage withoutText() {
        return new PassedMessage(firstNs, lastNs, wire, toAgent, stream, number, count, bytes, "", exact);
    }

    /** The wire and the direction: a run is of one of them. */
    String way() {
        return wire + (toAgent ? ">" : "<") + stream;
    }
}
