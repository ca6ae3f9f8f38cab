package dev.sidetone.simulator.timeline;

import org.jspecify.annotations.Nullable;

/**
 * Times what the agent says after the last tool of one turn has answered, or after the preamble of its answer; what it said to fill the
 * time does not count. Owned by {@link OpenTurn}.
 */
final class ToolAnswer {
    private @Nullable Long resultNs;
    private Moment.@Nullable Queued first;
    private @Nullable Long audibleNs;

    void hear(Moment moment) {
        if (moment instanceof Moment.AnswerStep step && isBehindTheFiller(step.kind())) {
            resultNs = step.atNs();
            first = null;
            audibleNs = null;
        } else if (resultNs == null || audibleNs != null || moment.atNs() < resultNs) {
            return;
        } else if (moment instanceof Moment.Queued queued && first == null) {
            first = queued;
        } else if (moment instanceof Moment.Cleared) {
            first = null;
        } else if (moment instanceof Moment.Window window && first != null) {
            boolean behindTheFiller = window.endByte() > first.firstByte();
            audibleNs = window.audible() && behindTheFiller ? (Long) window.atNs() : null;
        }
    }

    private static boolean isBehindTheFiller(Moment.AnswerStep.Kind kind) {
        return kind == Moment.AnswerStep.Kind.TOOL_ANSWERED || kind == Moment.AnswerStep.Kind.CONTINUED;
    }

    /** From the caller's end to when it was heard, if that was before {@code limitNs}; null without a tool or a preamble since that end. */
    @Nullable
    Double ms(long callerEndNs, long limitNs) {
        boolean known = resultNs != null && resultNs >= callerEndNs && audibleNs != null && audibleNs < limitNs;
        return known && audibleNs != null ? (Double) CallClock.ms(audibleNs - callerEndNs) : null;
    }
}
