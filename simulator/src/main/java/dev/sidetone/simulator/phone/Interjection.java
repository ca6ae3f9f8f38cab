package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.Clip;
import java.util.EnumMap;
import java.util.Map;

/** Words or a sound that a person at the window can have the caller say in between, whoever that is. */
public enum Interjection {
    /** A turn: the caller wants the word. */
    BARGE_IN("interrupt-stop"),
    /** A probe, at which an agent should talk on. */
    MM_HMM("mm-hmm"),
    /** A probe, at which an agent should talk on. */
    COUGH("cough");

    private final String voice;

    Interjection(String voice) {
        this.voice = voice;
    }

    /** Opens the sound of each. Blocks for the disk. */
    static Map<Interjection, Clip> clips() {
        Map<Interjection, Clip> clips = new EnumMap<>(Interjection.class);
        for (Interjection each : values()) {
            clips.put(each, Callers.voice(each.voice));
        }
        return clips;
    }
}
