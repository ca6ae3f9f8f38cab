package dev.sidetone.simulator.device;

/** Notices a card that neither moves sound nor says that it is gone. Owned by the line thread. */
final class StallDetector {
    private static final int PATIENCE_TICKS = 150;

    private long last;
    private int idleTicks;

    /** Whether {@code moved}, the samples that the card ever moved, has stood still for three seconds of ticks. */
    boolean stalled(long moved) {
        idleTicks = moved == last ? idleTicks + 1 : 0;
        last = moved;
        return idleTicks >= PATIENCE_TICKS;
    }
}
