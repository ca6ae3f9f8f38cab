package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.time.NanoClock;

/** A clock that stands where a test puts it. */
final class SettableClock implements NanoClock {
    long nowNs = 1_000_000_000L;

    @Override
    public long nowNs() {
        return nowNs;
    }
}
