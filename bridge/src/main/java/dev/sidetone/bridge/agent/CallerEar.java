package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.audio.SpeechEnergy;

/**
 * Hears by the caller's sound when the caller speaks, for a wire whose agent does not say so. It goes by loudness, in windows of 10 ms: on a
 * line that is never quiet the caller never stops. One per conversation, on the call's event loop.
 */
public final class CallerEar {
    private static final int WINDOW_MS = 1_000 * SpeechEnergy.WINDOW / LineFrame.RATE_HZ;
    /** So much must be voiced before it counts as speaking: a click is not a turn. */
    private static final int ONSET_MS = 100;

    private final int silenceMs;
    private byte[] mulaw = new byte[LineFrame.RATE_HZ / 50];
    private int voicedMs;
    private int quietMs;
    private boolean speaking;
    private boolean agentTells;

    /** @param silenceMs the silence after which the caller has stopped */
    public CallerEar(int silenceMs) {
        this.silenceMs = silenceMs;
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
        for (int at = 0; at + SpeechEnergy.WINDOW <= audio.bytes(); at += SpeechEnergy.WINDOW) {
            if (isChange(SpeechEnergy.isAudible(SpeechEnergy.dbm0(mulaw, at, SpeechEnergy.WINDOW)))) {
                port.report(new AgentEvent.CallerHeard(port.timers().nowNs(), speaking));
            }
        }
    }

    private boolean isChange(boolean voiced) {
        quietMs = voiced ? 0 : quietMs + WINDOW_MS;
        voicedMs = voiced ? Math.min(ONSET_MS, voicedMs + WINDOW_MS) : Math.max(0, voicedMs - WINDOW_MS);
        boolean before = speaking;
        speaking = speaking ? quietMs < silenceMs : voicedMs >= ONSET_MS;
        return speaking != before;
    }
}
