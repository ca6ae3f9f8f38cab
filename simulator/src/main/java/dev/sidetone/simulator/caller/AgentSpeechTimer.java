package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;

/** How long the agent has been speaking or silent at the caller's ear. Owned by one caller, on the line thread. */
final class AgentSpeechTimer {
    /** Words have gaps: a shorter silence does not end a stretch of speech. */
    private static final int GAP_MS = 400;

    private int quietMs = Integer.MAX_VALUE / 2;
    private int speakingMs;
    private boolean everHeard;

    void hear(LineFrame heard) {
        boolean audible = SpeechEnergy.isAudible(heard.dbm0(0)) || SpeechEnergy.isAudible(heard.dbm0(1));
        if (audible) {
            speakingMs = quietMs > GAP_MS ? LineFrame.MS : speakingMs + quietMs + LineFrame.MS;
            quietMs = 0;
            everHeard = true;
        } else if (quietMs < Integer.MAX_VALUE / 2) {
            quietMs += LineFrame.MS;
        }
    }

    /** How long it has been silent. */
    int quietMs() {
        return quietMs;
    }

    /** How long the agent has been speaking, gaps between words included; 0 when it is silent. */
    int speakingMs() {
        return quietMs > GAP_MS ? 0 : speakingMs;
    }

    /** Whether the agent was ever heard. */
    boolean everHeard() {
        return everHeard;
    }
}
