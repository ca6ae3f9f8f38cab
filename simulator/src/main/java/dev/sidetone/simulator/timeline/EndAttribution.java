package dev.sidetone.simulator.timeline;

import org.jspecify.annotations.Nullable;

/**
 * Attributes the end of a call whose agent had hung up: the line sees a server, or its REST API, carry that out, and cannot know who wished
 * it. Owned by its {@link CallTimeline}.
 */
final class EndAttribution {
    private Fact.@Nullable HangUpWished wish;

    /** Returns the fact, with the true reason if it is the end of the call. */
    Fact attribute(Fact fact) {
        if (fact instanceof Fact.HangUpWished wished) {
            wish = wished;
        }
        boolean carriedOut =
                fact instanceof Fact.CallEnded end && (end.by() == EndedBy.REST || end.by() == EndedBy.SERVER);
        return wish != null && carriedOut ? new Fact.CallEnded(fact.atNs(), EndedBy.AGENT, wish.why()) : fact;
    }
}
