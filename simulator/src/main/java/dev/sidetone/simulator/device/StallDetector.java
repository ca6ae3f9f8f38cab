package dev.sidetone.simulator.device;

/** Detects a sound card that moves no audio and reports no error. Owned by the line thread. */
final class StallDetector {
    private static final int PATIENCE_TICKS = 150;

    private long last;
    private int idleTicks;

    /** Returns whether {@code moved}, the samples the card has moved so far, has not changed for three seconds. Called once per tick. */
    boolean stalled(long moved) {
        idleTicks = moved == last ? idleTicks + 1 : 0;
        last = moved;
        return idleTicks >= PATIENCE_TICKS;
    }
}
