package dev.sidetone.simulator.scenario.draft;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.caller.AgentSpeechTimer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** When the agent was heard in a recorded call, as a scenario's caller hears it. Instants are the call's, in ms. Immutable. */
final class AgentHeard {
    private static final double WINDOW_MS = LineFrame.MS / 2.0;

    private final double zeroMs;
    private final int[] speakingMs;
    private final int[] quietMs;
    private final boolean[] audible;

    /**
     * @param zeroMs the instant of the recording's first sample
     * @param frame gives each of the {@code frames}
     */
    AgentHeard(double zeroMs, int frames, IntFunction<LineFrame> frame) {
        this.zeroMs = zeroMs;
        speakingMs = new int[frames];
        quietMs = new int[frames];
        audible = new boolean[2 * frames];
        AgentSpeechTimer timer = new AgentSpeechTimer();
        for (int i = 0; i < frames; i++) {
            LineFrame heard = frame.apply(i);
            timer.hear(heard);
            speakingMs[i] = timer.speakingMs();
            quietMs[i] = timer.quietMs();
            audible[2 * i] = SpeechEnergy.isAudible(heard.dbm0(0));
            audible[2 * i + 1] = SpeechEnergy.isAudible(heard.dbm0(1));
        }
    }

    /** How long the agent had been speaking at {@code atMs}, pauses between words included; 0 while it was silent. */
    int speakingMs(double atMs) {
        int frame = frameBefore(atMs);
        return frame < 0 ? 0 : speakingMs[frame];
    }

    /** How long the agent had been silent at {@code atMs}; a very long time before it was first heard. */
    int quietMs(double atMs) {
        int frame = frameBefore(atMs);
        return frame < 0 ? Integer.MAX_VALUE : quietMs[frame];
    }

    /** The last frame that was heard whole before {@code atMs}. */
    private int frameBefore(double atMs) {
        return (int) Math.min(speakingMs.length, (atMs - zeroMs) / LineFrame.MS) - 1;
    }

    /** The first moment from {@code fromMs} on at which the agent was audible before {@code untilMs}; null if it was not. */
    @Nullable
    Double firstHeard(double fromMs, double untilMs) {
        int first = (int) Math.max(0, Math.ceil((fromMs - zeroMs) / WINDOW_MS));
        for (int i = first; i < audible.length && zeroMs + i * WINDOW_MS < untilMs; i++) {
            if (audible[i]) {
                return zeroMs + i * WINDOW_MS;
            }
        }
        return null;
    }
}
