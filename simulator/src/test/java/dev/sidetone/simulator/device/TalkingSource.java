package dev.sidetone.simulator.device;

import java.util.function.IntSupplier;

/** Someone who talks for a second and a half and is quiet for half of one, sample by sample; it counts what it has said. */
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
