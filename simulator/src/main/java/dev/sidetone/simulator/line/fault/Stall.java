package dev.sidetone.simulator.line.fault;

import java.time.Duration;

/** Nothing comes for {@code length}; then all of it at once. */
public record Stall(Duration length) implements StreamFault {
    static final FaultKind KIND = FaultKind.timed(
            "stall", "2s", Duration.ofSeconds(60), "nothing at all for so long, then everything at once", Stall::new);

    @Override
    public FaultKind kind() {
        return KIND;
    }

    @Override
    public String text() {
        return KIND.text(length);
    }

    @Override
    public long stalledUntilNs(long dueNs, FaultWindow window) {
        return window.endNs();
    }

    @Override
    public boolean happensOnce() {
        return true;
    }
}
