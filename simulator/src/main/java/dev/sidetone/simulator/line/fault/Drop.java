package dev.sidetone.simulator.line.fault;

import java.time.Duration;

/** The stream's connection is lost: no {@code stop}, no closing handshake. */
public record Drop() implements StreamFault {
    static final FaultKind KIND =
            FaultKind.plain("drop", "the connection ends without `stop` and without a closing handshake", Drop::new);

    @Override
    public FaultKind kind() {
        return KIND;
    }

    @Override
    public boolean dropsConnection() {
        return true;
    }

    @Override
    public Duration length() {
        return Duration.ZERO;
    }

    @Override
    public boolean happensOnce() {
        return true;
    }
}
