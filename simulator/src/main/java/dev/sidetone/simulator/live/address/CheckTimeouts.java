package dev.sidetone.simulator.live.address;

/**
 * The timeouts of an address check in ms. Together they stay below 10 s. Immutable.
 *
 * @param connectMs for a connection
 * @param healthMs for the answer of {@code /health}
 * @param openMs for an open WebSocket
 * @param textMs for each text over the WebSocket
 */
record CheckTimeouts(long connectMs, long healthMs, long openMs, long textMs) {
    static final CheckTimeouts USUAL = new CheckTimeouts(3_000, 4_000, 3_000, 700);
}
