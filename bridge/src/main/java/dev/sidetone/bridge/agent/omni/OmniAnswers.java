package dev.sidetone.bridge.agent.omni;

/**
 * Tells Omni's answers apart: the wire names none and marks no end. A new one begins at a {@code turn} and after a barge-in; on a service
 * that sends no turns after a pause too, where sound of the same answer that comes very late cannot be told from the next one's. What comes late of an interrupted one is dropped: until the next {@code turn} on a service that sends those, else for a moment.
 * On the call's event loop.
 */
final class OmniAnswers {
    /** A quiet wire for so long, once the audio that came must have been played, is a new answer's beginning. */
    private static final long PAUSE_NS = 300_000_000L;
    /** The time in which sound of the cut answer may still arrive after a barge-in; no caller is answered as quickly. */
    private static final long LATE_NS = 250_000_000L;

    private int answers = 1;
    private boolean begun;
    private boolean sendsTurns;
    private boolean cut;
    private long cutNs;
    private long playedToNs;

    /** The agent's turn begins. */
    void turn() {
        sendsTurns = true;
        cut = false;
        next();
    }

    /** The caller spoke over the answer; false if that was reported already. */
    boolean interrupted(long atNs) {
        boolean first = !cut;
        if (first) {
            cut = true;
            cutNs = atNs;
            next();
        }
        return first;
    }

    /** Whether audio that is here at {@code atNs} is to be heard. */
    boolean isHeard(long atNs) {
        if (cut && (sendsTurns || atNs - cutNs < LATE_NS)) {
            return false;
        }
        cut = false;
        return true;
    }

    /** The answer that {@code audioNs} of sound belong to; they are here at {@code atNs}. */
    String name(long audioNs, long atNs) {
        if (begun && !sendsTurns && atNs - playedToNs > PAUSE_NS) {
            next();
        }
        playedToNs = (begun ? Math.max(playedToNs, atNs) : atNs) + audioNs;
        begun = true;
        return "answer-" + answers;
    }

    /** Whether nothing has come of the answer yet. */
    boolean isNew() {
        return !begun;
    }

    private void next() {
        if (begun) {
            answers++;
            begun = false;
        }
    }
}
