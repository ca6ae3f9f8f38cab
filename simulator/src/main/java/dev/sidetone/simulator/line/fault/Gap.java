package dev.sidetone.simulator.line.fault;

import java.time.Duration;

/** The caller's media is missing for {@code length}: no frames, not silent ones. */
public record Gap(Duration length) implements StreamFault {
    static final FaultKind KIND = FaultKind.timed(
            "gap",
            "1s",
            Duration.ofSeconds(60),
            "no media for so long: the timestamps jump, `sequenceNumber` and `chunk` go on without a hole",
            Gap::new);

    @Override
    public FaultKind kind() {
        return KIND;
    }

    @Override
    public String text() {
        return KIND.text(length);
    }

    @Override
    public boolean losesFrames() {
        return true;
    }

    @Override
    public boolean happensOnce() {
        return true;
    }
}
