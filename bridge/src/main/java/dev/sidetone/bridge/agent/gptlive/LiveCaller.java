package dev.sidetone.bridge.agent.gptlive;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentPort;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.CallerVoice;
import dev.sidetone.bridge.agent.RestOfTurn;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.audio.Transcoder;

/**
 * The caller's side of GPT-Live: what is heard goes on to the agent, and the bridge's own ear says when the caller speaks, for the wire does
 * not. One per session, on the call's event loop.
 */
final class LiveCaller {
    /** The pause of both sides from which on the agent is helped to catch up. */
    private static final long PAUSE_MS = 1_000;
    /** The silence that ends a turn of the caller's. */
    private static final int END_MS = 500;

    private final Transcoder up;
    private final LiveTrack track;
    private final TrackClock clock;
    private final BrokenAnswer broken;
    private final CallerVoice ear = new CallerVoice(END_MS);
    private final RestOfTurn rest = new RestOfTurn();
    private byte[] mulaw = new byte[LineFrame.BYTES];

    LiveCaller(AgentSettings settings, LiveTrack track, TrackClock clock, BrokenAnswer broken) {
        this.up = new Transcoder(settings.audio().up());
        this.track = track;
        this.clock = clock;
        this.broken = broken;
    }

    /** Takes what the caller says; true when an answer to it is overdue, since an earlier session had heard its beginning. */
    boolean hear(MulawChunk audio, AgentPort port) {
        long nowNs = port.timers().nowNs();
        listen(audio, port, nowNs);
        if (track.isOver() && ear.silentMs() >= PAUSE_MS && clock.leavesOut(audio.bytes(), nowNs)) {
            return false;
        }
        clock.gave(audio.bytes(), nowNs);
        port.send(GptLiveMessages.append(up.toWireText(audio)));
        if (clock.isToBeReported(nowNs)) {
            port.report(new AgentEvent.Lagged(nowNs, clock.behindMs(), AgentEvent.Lag.BEHIND_THE_CALLER));
        }
        return rest.isOverdueAfter(audio);
    }

    /** This session takes over in the middle of what the caller says. */
    void hearsRestOfTurn() {
        rest.begin();
    }

    /** The agent speaks. */
    void answered() {
        rest.answered();
    }

    private void listen(MulawChunk audio, AgentPort port, long nowNs) {
        if (audio.bytes() > mulaw.length) {
            mulaw = new byte[audio.bytes()];
        }
        audio.decode(mulaw, 0);
        if (!ear.hear(mulaw, audio.bytes())) {
            return;
        }
        if (ear.isSpeaking()) {
            rest.callerSpeaks();
            broken.callerBegins(track, nowNs);
        } else {
            rest.callerStopped();
        }
        track.callerSpeaks(ear.isSpeaking());
        port.report(new AgentEvent.CallerHeard(nowNs, ear.isSpeaking()));
    }
}
