package dev.sidetone.simulator.playback;

/** A part of a call that is played again and again, from {@code fromMs} to {@code toMs} on its clock; never empty. */
public record LoopedPart(double fromMs, double toMs) {
    public LoopedPart {
        if (!(toMs > fromMs)) {
            throw new IllegalArgumentException("an empty part: " + fromMs + " to " + toMs);
        }
    }
}
