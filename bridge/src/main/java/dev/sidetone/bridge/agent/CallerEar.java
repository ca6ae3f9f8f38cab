package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;

/** Reports when the caller begins to speak and stops, for a wire whose agent does not say so. One per conversation, on the call's event loop. */
public final class CallerEar {
    private final CallerVoice voice;
    private byte[] mulaw = new byte[LineFrame.RATE_HZ / 50];
    private boolean agentTells;

    /** @param silenceMs the silence after which the caller has stopped */
    public CallerEar(int silenceMs) {
        voice = new CallerVoice(silenceMs);
    }

    /** The agent itself says when the caller speaks: nothing more is reported. */
    public void agentTells() {
        agentTells = true;
    }

    /** Takes in audio that is base64; reports to {@code port} when the caller begins to speak, and has stopped. */
    public void hear(MulawChunk audio, AgentPort port) {
        if (agentTells) {
            return;
        }
        if (mulaw.length < audio.bytes()) {
            mulaw = new byte[audio.bytes()];
        }
        audio.decode(mulaw, 0);
        if (voice.hear(mulaw, audio.bytes())) {
            port.report(new AgentEvent.CallerHeard(port.timers().nowNs(), voice.isSpeaking()));
        }
    }
}
