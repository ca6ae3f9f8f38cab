package dev.sidetone.simulator.line.fault;

import java.time.Duration;

/** Every frame comes up to {@code most} late, in order. */
public record Jitter(Duration most) implements StreamFault {
    static final FaultKind KIND = FaultKind.timed(
            "jitter", "20ms", Duration.ofSeconds(10), "every frame up to so much late, in order", Jitter::new);

    @Override
    public FaultKind kind() {
        return KIND;
    }

    @Override
    public String text() {
        return KIND.text(most);
    }

    @Override
    public long jitterNs() {
        return most.toNanos();
    }
}
