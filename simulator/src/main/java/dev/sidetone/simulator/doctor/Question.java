package dev.sidetone.simulator.doctor;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.Clip;

/** The caller of a visit: silent, but for one question. Owned by one {@link AgentProbe}, on its loop. */
final class Question {
    private static final String NAME = "ask-address";

    private final Clip clip = Callers.voice(NAME);
    private boolean asked;
    private boolean over;
    private int frame;
    private long endNs;

    /** What is asked, in words. */
    static String words() {
        return Voices.open(NAME).text();
    }

    /** Asks from the next frame on. */
    void ask() {
        asked = true;
    }

    /** Whether the last voiced sample was said. */
    boolean isOver() {
        return over;
    }

    /** The time at which the last voiced sample ended. */
    long endNs() {
        return endNs;
    }

    /** The next 20 ms, to be sent at {@code nowNs}: they hold the sound before it. */
    LineFrame next(long nowNs) {
        if (!asked || over) {
            return LineFrame.SILENCE;
        }
        int voiced = clip.speechEnd() - frame * LineFrame.BYTES;
        if (voiced <= LineFrame.BYTES) {
            over = true;
            endNs = nowNs - LineFrame.NS + voiced * LineFrame.SAMPLE_NS;
        }
        return clip.frames().get(frame++);
    }
}
