package dev.sidetone.bridge.agent.assemblyai;

import dev.sidetone.bridge.audio.MulawChunk;

/**
 * The rest of a turn whose beginning an earlier session heard: too little, perhaps, for the agent to answer. Waits for a reply, for so much of
 * the caller's audio. Owned by one {@link AssemblyAiDialect}.
 */
final class RestOfTurn {
    /** The longest wait for the agent to notice that the caller speaks. */
    private static final double UNNOTICED_MS = 3_000;
    /** The longest wait for a reply once the caller has stopped. */
    private static final double UNANSWERED_MS = 1_500;

    private boolean owed;
    private double leftMs;

    void begin() {
        owed = true;
        leftMs = UNNOTICED_MS;
    }

    void callerSpeaks() {
        leftMs = Double.POSITIVE_INFINITY;
    }

    void callerStopped() {
        leftMs = UNANSWERED_MS;
    }

    void answered() {
        owed = false;
    }

    /** Counts audio of the caller; returns true once, when no reply has begun in time. */
    boolean isOverdueAfter(MulawChunk audio) {
        leftMs -= audio.ms();
        if (!owed || leftMs > 0) {
            return false;
        }
        owed = false;
        return true;
    }
}
