package dev.sidetone.simulator.device;

import java.util.function.IntSupplier;

/** A sample source that alternates 1.5 s of speech with 0.5 s of silence, and counts its samples. */
final class TalkingSource implements IntSupplier {
    static final int LOUD = 4_000;
    private static final int SPEECH = 12_000;
    private static final int TURN = 16_000;

    private long at;
    private long loud;

    @Override
    public int getAsInt() {
        boolean speaking = at++ % TURN < SPEECH;
        loud += speaking ? 1 : 0;
        return speaking ? LOUD : 0;
    }

    /** How many samples of speech there were. */
    long loud() {
        return loud;
    }
}
