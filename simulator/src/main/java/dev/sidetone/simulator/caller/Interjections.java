package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Clips that the caller says in between because a person asked for them, one after the other. A scripted caller is held meanwhile, and after a turn until the agent
 * has answered, so that it does not speak into that answer. Clips come from any thread, everything else is on the line thread.
 */
final class Interjections {
    /** The silence after which the agent has stopped for what was said; longer than a gap between words. */
    private static final int STOPPED_MS = 420;

    private static final int STOPS_MS = 3_000;
    private static final int ANSWERS_MS = 4_000;

    /** A clip, and the waits for the agent that follow it. */
    private record Said(ScriptStep clip, ScriptStep stops, ScriptStep answers) {
        static Said of(Clip clip, boolean awaitsAnswer) {
            int waits = awaitsAnswer && clip.probe() == null ? 1 : 0;
            return new Said(
                    new ScriptStep.Speak(clip),
                    new ScriptStep.Listen(ear -> ear.quietMs() >= STOPPED_MS, waits * STOPS_MS, handset -> {}),
                    new ScriptStep.Listen(ear -> ear.speakingMs() > 0, waits * ANSWERS_MS, handset -> {}));
        }
    }

    private final boolean scripted;
    private final AgentSpeechTimer agent = new AgentSpeechTimer();
    private final Queue<Said> wanted = new ConcurrentLinkedQueue<>();
    private @Nullable Said current;
    private @Nullable ScriptStep step;

    /** @param scripted whether the caller follows a script, which waits while something is said in between */
    Interjections(boolean scripted) {
        this.scripted = scripted;
    }

    /** Says {@code clip} next. Any thread. */
    void add(Clip clip) {
        wanted.add(Said.of(clip, scripted));
    }

    void hear(LineFrame heard) {
        agent.hear(heard);
    }

    /**
     * Returns the frame to say instead of the caller's own, or null while nothing is said in between.
     *
     * @param callerSpeaks whether a scripted caller is in the middle of its words, which are not cut off
     */
    @Nullable
    LineFrame next(Handset handset, boolean callerSpeaks) {
        if (current == null && (callerSpeaks || !begin())) {
            return null;
        }
        while (current != null && step != null) {
            LineFrame frame = step.tick(agent, handset);
            if (frame != null) {
                return frame;
            }
            advance(current);
        }
        return null;
    }

    private boolean begin() {
        Said next = wanted.poll();
        current = next;
        step = next == null ? null : next.clip();
        return next != null;
    }

    private void advance(Said said) {
        if (step == said.clip()) {
            step = said.stops();
        } else if (step == said.stops()) {
            step = said.answers();
        } else {
            current = null;
            step = null;
        }
    }
}
