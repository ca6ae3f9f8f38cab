package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.AudioFormat;

/**
 * The audio formats of an agent's wire, one for each direction. Immutable, for any thread.
 *
 * @param up the caller's audio, to the agent
 * @param down the agent's audio, to the bridge
 */
public record AgentAudio(AudioFormat up, AudioFormat down) {
    /** The same format both ways. */
    public static AgentAudio both(AudioFormat format) {
        return new AgentAudio(format, format);
    }

    /** As settings write it where both directions are alike. */
    @Override
    public String toString() {
        return up.equals(down) ? up.toString() : up + " up, " + down + " down";
    }
}
