package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;

/** A moment at the caller's ear, as the meters see a call. Made by {@link PlayoutTracker} from facts, folded in order. */
sealed interface Moment {
    /** The length of one {@link Window}. */
    long WINDOW_NS = SpeechEnergy.WINDOW * LineFrame.SAMPLE_NS;

    long atNs();

    /** The server queued audio: the bytes from {@code firstByte} on, counted over all that it ever sent. */
    record Queued(long atNs, long firstByte, int bytes) implements Moment {}

    /** The server threw away what was queued. */
    record Cleared(long atNs, int bytes) implements Moment {}

    /**
     * 10 ms at the ear, from {@code atNs} on.
     *
     * @param audible whether the agent was heard
     * @param silentNs how long the agent had not been heard before
     * @param afterClear whether a clear came since the agent was last heard
     * @param firstByte where the playout queue stood when it began, counted as in {@link Queued}
     * @param bytes how many bytes of the queue it carries
     */
    record Window(long atNs, boolean audible, long silentNs, boolean afterClear, long firstByte, int bytes)
            implements Moment {
        private static final long SILENCE_NS = 100_000_000L;

        long endNs() {
            return atNs + WINDOW_NS;
        }

        long endByte() {
            return firstByte + bytes;
        }

        /** Whether the agent begins to be heard here: the definition of audible. */
        boolean begins() {
            return audible && (afterClear || silentNs >= SILENCE_NS);
        }
    }

    /** A tick or a frame, due at {@code atNs}, was so late that a time measured across it is not to be trusted. */
    record Late(long atNs) implements Moment {}

    /** The embedded bridge saw a step of an answer, or ConversationRelay did. */
    record AnswerStep(long atNs, Kind kind, String answerId) implements Moment {
        enum Kind {
            HEARD_END,
            BEGAN,
            RELAYED,
            TOOL_ANSWERED,
            /** What came before was a preamble. */
            CONTINUED,
            /** What comes is no answer: the agent speaks by itself. */
            TIMED_OUT,
            PROMPTED,
            TOKEN
        }
    }
}
