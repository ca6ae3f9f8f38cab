package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.fixtures.ProbeKind;
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
        private final Consumer<Handset> timedOut;
        private int listenedMs;

        /** @param timedOut is informed when {@code enough} did not hold in time */
        Listen(Predicate<AgentSpeechTimer> enough, int mostMs, Consumer<Handset> timedOut) {
            this.enough = enough;
            this.mostMs = mostMs;
            this.timedOut = timedOut;
        }

        @Override
        public @Nullable LineFrame tick(AgentSpeechTimer agent, Handset handset) {
            if (enough.test(agent)) {
                return null;
            }
            if (listenedMs >= mostMs) {
                timedOut.accept(handset);
                return null;
            }
            listenedMs += LineFrame.MS;
            return LineFrame.SILENCE;
        }
    }

    /** Says a clip and reports its edges: those of a turn, or of a probe. */
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
                starts(handset, clip, clip.speechStart() - from);
            }
            if (isIn(clip.speechEnd() - 1, from)) {
                ends(handset, clip.probe(), clip.speechEnd() - from);
            }
            return clip.frames().get(next++);
        }

        private static void starts(Handset handset, Clip clip, int sample) {
            ProbeKind probe = clip.probe();
            String words = clip.words();
            if (words != null) {
                handset.says(words, clip.speechEnd() - clip.speechStart());
            }
            if (probe == null) {
                handset.speechStarts(sample);
            } else {
                handset.probeStarts(probe, sample);
            }
        }

        private static void ends(Handset handset, @Nullable ProbeKind probe, int sample) {
            if (probe == null) {
                handset.speechEnds(sample);
            } else {
                handset.probeEnds(sample);
            }
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
