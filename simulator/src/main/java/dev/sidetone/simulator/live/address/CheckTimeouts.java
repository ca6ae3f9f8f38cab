package dev.sidetone.simulator.live.address;

/**
 * The timeouts of an address check in ms. Immutable.
 *
 * @param connectMs for a connection
 * @param healthMs for the answer of {@code /health}
 * @param openMs for an open WebSocket
 * @param textMs for each text over the WebSocket
 * @param wholeMs for the whole check, whatever the others allow
 */
record CheckTimeouts(long connectMs, long healthMs, long openMs, long textMs, long wholeMs) {
    /** Those of every check; the system property {@code sidetone.patience} multiplies them, for a machine that is very busy. */
    static final CheckTimeouts USUAL =
            new CheckTimeouts(3_000, 4_000, 3_000, 700, 10_000).times(Integer.getInteger("sidetone.patience", 1));

    private CheckTimeouts times(int factor) {
        return new CheckTimeouts(
                connectMs * factor, healthMs * factor, openMs * factor, textMs * factor, wholeMs * factor);
    }
}
