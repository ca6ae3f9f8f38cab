package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One action of a scripted caller, performed tick by tick. Used once, by one caller, on the line thread. */
interface ScriptStep {
    /** Returns the frame to say at this tick, or null when the action is complete and the next one begins with this tick. */
    @Nullable
    LineFrame tick(AgentSpeechTimer agent, Handset handset);

    /** Stays silent until {@code enough} holds, for {@code mostMs} at most. */
    final class Listen implements ScriptStep {
        private final Predicate<AgentSpeechTimer> enough;
        private final int mostMs;
        private int listenedMs;

        Listen(Predicate<AgentSpeechTimer> enough, int mostMs) {
            this.enough = enough;
            this.mostMs = mostMs;
        }

        @Override
        public @Nullable LineFrame tick(AgentSpeechTimer agent, Handset handset) {
            if (listenedMs >= mostMs || enough.test(agent)) {
                return null;
            }
            listenedMs += LineFrame.MS;
            return LineFrame.SILENCE;
        }
    }

    /** Says a clip and reports the edges of its speech. */
    final class Speak implements ScriptStep {
        private final Clip clip;
        private int next;

        Speak(Clip clip) {
            this.clip = clip;
        }

        @Override
        public @Nullable LineFrame tick(AgentSpeechTimer agent, Handset handset) {
            if (next == clip.frames().size()) {
                return null;
            }
            int from = next * LineFrame.BYTES;
            if (isIn(clip.speechStart(), from)) {
                handset.speechStarts(clip.speechStart() - from);
            }
            if (isIn(clip.speechEnd() - 1, from)) {
                handset.speechEnds(clip.speechEnd() - from);
            }
            return clip.frames().get(next++);
        }

        private static boolean isIn(int sample, int from) {
            return sample >= from && sample < from + LineFrame.BYTES;
        }
    }

    /** Uses the handset, which takes no time. */
    record UseHandset(Consumer<Handset> action) implements ScriptStep {
        @Override
        public @Nullable LineFrame tick(AgentSpeechTimer agent, Handset handset) {
            action.accept(handset);
            return null;
        }
    }
}
