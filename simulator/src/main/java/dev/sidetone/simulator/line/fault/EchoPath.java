package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.ArrayDeque;

/** Delays what the caller hears by {@value #DELAY_MS} ms, as speaker, room and microphone do. Owned by {@link SoundFaults}. */
final class EchoPath {
    /** A speaker, a room and the devices' buffers. */
    static final int DELAY_MS = 100;

    /**
     * What is heard at a tick lasts until the next one, and what is said at a tick is the sound up to it: without any delay a frame heard
     * is said at the next tick.
     */
    private static final int TICKS = DELAY_MS / LineFrame.MS + 1;

    private final ArrayDeque<LineFrame> way = new ArrayDeque<>();

    EchoPath() {
        for (int i = 0; i < TICKS; i++) {
            way.add(LineFrame.SILENCE);
        }
    }

    /** Takes what is heard in this tick and gives what leaks into what is said in it. */
    LineFrame afterHearing(LineFrame heard) {
        way.add(heard);
        return way.remove();
    }
}
