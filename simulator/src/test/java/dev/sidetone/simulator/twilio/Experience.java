package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.timeline.Fact;
import java.util.List;

/** What the caller gets of a call to an agent that may be in trouble. */
enum Experience {
    SERVED,
    SORRY,
    RINGING_THEN_SORRY,
    GREETED_THEN_SORRY,
    SILENCE;

    /** @param sorry whether the apology was said */
    static Experience of(List<Fact> facts, boolean sorry) {
        boolean heard = facts.stream().anyMatch(Fact.MediaArrived.class::isInstance);
        boolean rang = facts.stream().anyMatch(Fact.AgentBusy.class::isInstance);
        if (!sorry) {
            return heard ? SERVED : SILENCE;
        }
        return rang && heard ? RINGING_THEN_SORRY : heard ? GREETED_THEN_SORRY : SORRY;
    }
}
