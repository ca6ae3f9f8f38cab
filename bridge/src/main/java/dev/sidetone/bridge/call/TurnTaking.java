package dev.sidetone.bridge.call;

import org.jspecify.annotations.Nullable;

/** Tracks who holds the floor, and the answer that was interrupted last. Owned by one {@link Call}. */
final class TurnTaking {
    /** The holder of the floor. */
    enum Floor {
        OPEN,
        CALLER,
        AGENT
    }

    private Floor floor = Floor.OPEN;
    private @Nullable String answering;
    private @Nullable String cut;

    Floor floor() {
        return floor;
    }

    /**
     * The agent has audio of {@code answerId}.
     *
     * @return false for late audio of an interrupted answer, which may not be played
     */
    boolean agentSpeaks(String answerId) {
        if (answerId.equals(cut)) {
            return false;
        }
        answering = answerId;
        become(Floor.AGENT);
        return true;
    }

    /** True for the first audio of an answer. */
    boolean isNew(String answerId) {
        return !answerId.equals(answering) && !answerId.equals(cut);
    }

    /** The caller begins to speak, which interrupts the current answer. */
    void callerSpeaks() {
        cut = answering;
        become(Floor.CALLER);
    }

    /** The caller is heard, and nobody is interrupted. */
    void callerIsHeard() {
        become(Floor.CALLER);
    }

    /** The caller has finished. */
    void callerStops() {
        if (floor == Floor.CALLER) {
            become(Floor.OPEN);
        }
    }

    /** Everything the agent said was heard. */
    void drained() {
        if (floor == Floor.AGENT) {
            become(Floor.OPEN);
        }
    }

    private void become(Floor next) {
        floor = next;
    }
}
