package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;

/** Measures how long the agent has been speaking or silent at the caller's ear. Owned by whoever listens, a caller on the line thread. */
public final class AgentSpeechTimer {
    /** The longest pause between words: a longer silence ends a stretch of speech. */
    private static final int GAP_MS = 400;

    private int quietMs = Integer.MAX_VALUE / 2;
    private int speakingMs;

    /** Takes in the next 20 ms of what is heard. */
    public void hear(LineFrame heard) {
        boolean audible = SpeechEnergy.isAudible(heard.dbm0(0)) || SpeechEnergy.isAudible(heard.dbm0(1));
        if (audible) {
            speakingMs = quietMs > GAP_MS ? LineFrame.MS : speakingMs + quietMs + LineFrame.MS;
            quietMs = 0;
        } else if (quietMs < Integer.MAX_VALUE / 2) {
            quietMs += LineFrame.MS;
        }
    }

    /** The time since the agent was last audible, ms. */
    public int quietMs() {
        return quietMs;
    }

    /** The time the agent has been speaking, ms, pauses between words included; 0 while it is silent. */
    public int speakingMs() {
        return quietMs > GAP_MS ? 0 : speakingMs;
    }
}
