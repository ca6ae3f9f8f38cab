package dev.sidetone.simulator.live.address;

import dev.sidetone.bridge.time.Patience;

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
    /** Those of every check. */
    static final CheckTimeouts USUAL = new CheckTimeouts(
            Patience.of(3_000), Patience.of(4_000), Patience.of(3_000), Patience.of(700), Patience.of(10_000));

    /** Those of a check that is repeated every few seconds. */
    static final CheckTimeouts AGAIN = new CheckTimeouts(
            Patience.of(2_000), Patience.of(3_000), Patience.of(3_000), Patience.of(700), Patience.of(5_000));
}
