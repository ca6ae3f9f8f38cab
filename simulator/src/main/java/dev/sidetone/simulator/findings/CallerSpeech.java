package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.Fact;

/** Tracks the stretch in which the caller speaks or last spoke, by the edges in the facts. Owned by one check. */
final class CallerSpeech {
    private boolean speaking;
    private long startNs;
    private long endNs;

    void fold(Fact fact) {
        if (fact instanceof Fact.CallerStarted started) {
            speaking = true;
            startNs = started.startNs();
        } else if (fact instanceof Fact.CallerEnded ended) {
            speaking = false;
            endNs = ended.endNs();
        }
    }

    boolean isSpeaking() {
        return speaking;
    }

    /** When the present or last stretch began. */
    long startNs() {
        return startNs;
    }

    /** The length of the present or last stretch, seen at {@code nowNs}. */
    long lengthNs(long nowNs) {
        return (speaking ? nowNs : endNs) - startNs;
    }
}
