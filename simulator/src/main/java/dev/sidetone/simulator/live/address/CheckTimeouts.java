package dev.sidetone.simulator.live.address;

/**
 * How long a check waits, in ms: for the connection, for the answer of {@code /health}, for an open WebSocket, for each text through
 * it. Together they stay below 10 s.
 */
record CheckTimeouts(long connectMs, long healthMs, long openMs, long textMs) {
    static final CheckTimeouts USUAL = new CheckTimeouts(3_000, 4_000, 3_000, 700);
}
