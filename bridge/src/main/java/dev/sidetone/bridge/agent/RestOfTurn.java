package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.MulawChunk;

/**
 * The rest of a turn whose beginning an earlier session heard: too little, perhaps, for the agent to answer. Waits for a reply, for so much of
 * the caller's audio. Owned by one {@link AgentDialect}, on the call's event loop.
 */
public final class RestOfTurn {
    /** The longest wait for the agent to notice that the caller speaks. */
    private static final double UNNOTICED_MS = 3_000;
    /** The longest wait for a reply once the caller has stopped. */
    private static final double UNANSWERED_MS = 1_500;

    private boolean owed;
    private double leftMs;

    /** A session takes over in the middle of the caller's words. */
    public void begin() {
        owed = true;
        leftMs = UNNOTICED_MS;
    }

    /** The caller is heard. */
    public void callerSpeaks() {
        leftMs = Double.POSITIVE_INFINITY;
    }

    /** The caller has stopped. */
    public void callerStopped() {
        leftMs = UNANSWERED_MS;
    }

    /** The agent replies. */
    public void answered() {
        owed = false;
    }

    /** Counts audio of the caller; returns true once, when no reply has begun in time. */
    public boolean isOverdueAfter(MulawChunk audio) {
        leftMs -= audio.ms();
        if (!owed || leftMs > 0) {
            return false;
        }
        owed = false;
        return true;
    }
}
