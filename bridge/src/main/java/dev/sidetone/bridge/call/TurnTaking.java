package dev.sidetone.bridge.call;

import org.jspecify.annotations.Nullable;

/** Who holds the floor, and which answer lost it. Owned by one {@link Call}. */
final class TurnTaking {
    /** Who may be heard. */
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
     * @return whether it may be played: late audio of an answer that was interrupted may not
     */
    boolean agentSpeaks(String answerId) {
        if (answerId.equals(cut)) {
            return false;
        }
        answering = answerId;
        become(Floor.AGENT);
        return true;
    }

    /** Whether this is the first audio of an answer. */
    boolean isNew(String answerId) {
        return !answerId.equals(answering) && !answerId.equals(cut);
    }

    /** The caller begins to speak: whatever the agent was saying is over. */
    void callerSpeaks() {
        cut = answering;
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
