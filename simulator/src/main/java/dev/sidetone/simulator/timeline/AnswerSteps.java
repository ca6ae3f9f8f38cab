package dev.sidetone.simulator.timeline;

import dev.sidetone.simulator.timeline.Moment.AnswerStep;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The steps that the embedded bridge saw of one turn's answers, and the time that the heard answer spent in each. Owned by {@link
 * OpenTurn}.
 */
final class AnswerSteps {
    /** The bridge stamps its write when it is done with it, which may be after the other side read it. */
    private static final long WRITE_NS = 5_000_000L;

    private static final int MOST = 64;

    /** Of a turn of which only the times are known. */
    static final CallResult.Parts NONE = new CallResult.Parts(null, null, null, null, null, null);

    private final Deque<AnswerStep> steps = new ArrayDeque<>();

    void add(AnswerStep step) {
        if (steps.size() == MOST) {
            steps.removeFirst();
        }
        steps.addLast(step);
    }

    /**
     * Splits the time from the caller's end to the first audible sample; only its last two parts are known without the bridge. At the
     * bridge {@code mediaNs} is the write itself, and of the line nothing is known; in a recording nothing is known at all.
     */
    CallResult.Parts parts(MeasuredAt measured, long callerEndNs, long mediaNs, long heardFromNs, long audibleNs) {
        if (measured == MeasuredAt.RECORDING) {
            return NONE;
        }
        boolean atBridge = measured == MeasuredAt.BRIDGE;
        AnswerStep prompt = last(AnswerStep.Kind.PROMPTED, mediaNs);
        Long promptNs = prompt == null || prompt.atNs() < callerEndNs ? null : (Long) prompt.atNs();
        Long tokenNs = token(promptNs == null ? callerEndNs : promptNs, mediaNs);
        if (tokenNs != null) {
            return new CallResult.Parts(
                    null,
                    null,
                    null,
                    null,
                    between(mediaNs, heardFromNs),
                    between(heardFromNs, audibleNs),
                    between(callerEndNs, promptNs),
                    between(promptNs == null ? (Long) callerEndNs : promptNs, tokenNs),
                    between(tokenNs, mediaNs));
        }
        AnswerStep began = last(AnswerStep.Kind.BEGAN, mediaNs);
        AnswerStep relayed = began == null ? null : relay(began, mediaNs + WRITE_NS);
        AnswerStep heardEnd = began == null ? null : last(AnswerStep.Kind.HEARD_END, began.atNs());
        Long began0 = began == null ? null : (Long) began.atNs();
        Long relayed0 = relayed == null ? null : (Long) relayed.atNs();
        Long heardEnd0 = heardEnd == null ? null : (Long) heardEnd.atNs();
        return new CallResult.Parts(
                between(callerEndNs, heardEnd0),
                between(heardEnd0 == null ? (Long) callerEndNs : heardEnd0, began0),
                between(began0, atBridge ? (Long) mediaNs : relayed0),
                atBridge ? null : between(relayed0, mediaNs),
                between(mediaNs, heardFromNs),
                between(heardFromNs, audibleNs));
    }

    private @Nullable AnswerStep last(AnswerStep.Kind kind, long untilNs) {
        AnswerStep last = null;
        for (AnswerStep step : steps) {
            if (step.kind() == kind && step.atNs() <= untilNs) {
                last = step;
            }
        }
        return last;
    }

    /** The first token of the answer: the first that came from {@code fromNs} on. */
    private @Nullable Long token(long fromNs, long untilNs) {
        for (AnswerStep step : steps) {
            if (step.kind() == AnswerStep.Kind.TOKEN && step.atNs() >= fromNs && step.atNs() <= untilNs) {
                return step.atNs();
            }
        }
        return null;
    }

    private @Nullable AnswerStep relay(AnswerStep began, long untilNs) {
        for (AnswerStep step : steps) {
            boolean same =
                    step.kind() == AnswerStep.Kind.RELAYED && step.answerId().equals(began.answerId());
            if (same && step.atNs() >= began.atNs() && step.atNs() <= untilNs) {
                return step;
            }
        }
        return null;
    }

    private static @Nullable Double between(@Nullable Long fromNs, @Nullable Long toNs) {
        return fromNs == null || toNs == null ? null : (Double) CallClock.ms(toNs - fromNs);
    }
}
