package dev.sidetone.simulator.timeline;

import org.jspecify.annotations.Nullable;

/**
 * Who ended a call whose agent had hung up: the line sees a server, or its REST API, carry that out, and cannot know whose wish it was.
 * Owned by its {@link CallTimeline}.
 */
final class EndAttribution {
    private Fact.@Nullable HangUpWished wish;

    /** The fact as it is to be told. */
    Fact told(Fact fact) {
        if (fact instanceof Fact.HangUpWished wished) {
            wish = wished;
        }
        boolean carriedOut =
                fact instanceof Fact.CallEnded end && (end.by() == EndedBy.REST || end.by() == EndedBy.SERVER);
        return wish != null && carriedOut ? new Fact.CallEnded(fact.atNs(), EndedBy.AGENT, wish.why()) : fact;
    }
}
