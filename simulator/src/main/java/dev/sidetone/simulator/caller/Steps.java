package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The steps a caller's script is made of. */
final class Steps {
    private Steps() {}

    /** Listens until {@code enough}, at most {@code mostMs}. */
    static final class Listen implements Step {
        private final Predicate<AgentSpeechTimer> enough;
        private final int mostMs;
        private int listenedMs;

        Listen(Predicate<AgentSpeechTimer> enough, int mostMs) {
            this.enough = enough;
            this.mostMs = mostMs;
        }

        @Override
        public @Nullable LineFrame tick(AgentSpeechTimer ear, Handset handset) {
            if (listenedMs >= mostMs || enough.test(ear)) {
                return null;
            }
            listenedMs += LineFrame.MS;
            return LineFrame.SILENCE;
        }
    }

    /** Says a clip and announces its edges. */
    static final class Say implements Step {
        private final Clip clip;
        private int next;

        Say(Clip clip) {
            this.clip = clip;
        }

        @Override
        public @Nullable LineFrame tick(AgentSpeechTimer ear, Handset handset) {
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

    /** Does something that takes no time. */
    static final class Act implements Step {
        private final Consumer<Handset> action;

        Act(Consumer<Handset> action) {
            this.action = action;
        }

        @Override
        public @Nullable LineFrame tick(AgentSpeechTimer ear, Handset handset) {
            action.accept(handset);
            return null;
        }
    }
}
