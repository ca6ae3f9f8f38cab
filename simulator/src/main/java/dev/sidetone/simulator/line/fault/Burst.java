package dev.sidetone.simulator.line.fault;

import java.time.Duration;

/** Frames are held and come together, once every {@code every}. */
public record Burst(Duration every) implements StreamFault {
    static final FaultKind KIND = FaultKind.timed(
            "burst",
            "200ms",
            Duration.ofSeconds(10),
            "nothing, then all frames of that time together, over and over",
            Burst::new);

    @Override
    public FaultKind kind() {
        return KIND;
    }

    @Override
    public String text() {
        return KIND.text(every);
    }

    @Override
    public long collectedUntilNs(long dueNs, FaultWindow window) {
        long everyNs = every.toNanos();
        return window.beginNs() + ((dueNs - window.beginNs()) / everyNs + 1) * everyNs;
    }
}
