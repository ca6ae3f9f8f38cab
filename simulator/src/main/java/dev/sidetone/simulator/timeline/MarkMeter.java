package dev.sidetone.simulator.timeline;

import dev.sidetone.simulator.timeline.CallResult.Marks;

/** Counts marks and clears. Owned by {@link CallFold}. */
final class MarkMeter {
    private int received;
    private int echoedPlayed;
    private int echoedCleared;
    private int clears;

    void fold(Fact fact) {
        if (fact instanceof Fact.MarkArrived) {
            received++;
        } else if (fact instanceof Fact.ClearArrived) {
            clears++;
        } else if (fact instanceof Fact.MarkEchoed echoed) {
            echoedPlayed += echoed.heard() ? 1 : 0;
            echoedCleared += echoed.heard() ? 0 : 1;
        }
    }

    Marks marks() {
        return new Marks(received, echoedPlayed, echoedCleared);
    }

    int clears() {
        return clears;
    }
}
