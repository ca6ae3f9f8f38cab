package dev.sidetone.simulator.line.sound;

import dev.sidetone.bridge.audio.LineFrame;

/** Listens to a call beside its two sides: a recording, a recogniser, a one-way stream. Called on the line thread. */
@FunctionalInterface
public interface CallTap {
    /**
     * Takes one tick of the call.
     *
     * @param said what the caller says, with the line's injected faults
     * @param heard what the caller hears
     * @param deadlineNs the tick's place on the line's 20 ms grid
     */
    void tick(LineFrame said, LineFrame heard, long deadlineNs);

    /** The caller begins or ends an utterance, within the frame of the tick that follows. */
    default void edge(VoicedEdge edge) {}
}
