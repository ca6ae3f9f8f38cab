package dev.sidetone.simulator.timeline;

import dev.sidetone.simulator.timeline.CallResult.Turn;
import org.jspecify.annotations.Nullable;

/** The caller's latest turn: being spoken, or ended and waiting for its answer. Owned by {@link TurnMeter}. */
final class OpenTurn {
    private static final long NEVER = Long.MAX_VALUE;

    private final int number;
    private final long startNs;
    private final EarlyStart early;
    private final AnswerSteps steps = new AnswerSteps();
    private final ToolAnswer toolAnswer = new ToolAnswer();
    /** The time from which on the agent spoke by itself, which answers nothing; {@link #NEVER} if it did not. */
    private long timedOutNs = NEVER;

    private @Nullable Long endNs;
    private @Nullable TurnAnswer answer;

    OpenTurn(int number, long startNs, RecentMoments recent) {
        this.number = number;
        this.startNs = startNs;
        this.early = new EarlyStart(startNs, recent);
        recent.replay(this::hear);
    }

    void hear(Moment moment) {
        if (answer != null) {
            answer.hear(moment);
        } else {
            early.hear(moment);
        }
        if (moment.atNs() > startNs) {
            toolAnswer.hear(moment);
            if (moment instanceof Moment.AnswerStep step && step.kind() == Moment.AnswerStep.Kind.TIMED_OUT) {
                timedOutNs = Math.min(timedOutNs, step.atNs());
            }
        }
        if (moment instanceof Moment.AnswerStep step && step.atNs() > startNs && audibleBefore(NEVER) == null) {
            steps.add(step);
        }
    }

    /** The caller's last voiced sample is known, as of now. */
    void ends(long atNs, RecentMoments recent) {
        endNs = atNs;
        TurnAnswer found = new TurnAnswer(atNs);
        recent.replay(found::hear);
        answer = found;
    }

    /** The caller goes on: what looked like the end was a pause. */
    void goesOn(RecentMoments recent) {
        endNs = null;
        answer = null;
        recent.replay(early::hear);
    }

    @Nullable
    Long endNs() {
        return endNs;
    }

    long startNs() {
        return startNs;
    }

    /** The time at which the answer was first audible, if that was before {@code limitNs}. */
    @Nullable
    Long audibleBefore(long limitNs) {
        Long audibleNs = answer == null ? null : answer.audibleNs();
        return audibleNs == null || audibleNs >= limitNs ? null : audibleNs;
    }

    /** The numbers so far; null while the caller speaks. An answer from {@code untilNs} on is no longer this turn's. */
    @Nullable
    Turn turn(CallClock origin, long untilNs) {
        long limitNs = Math.min(untilNs, timedOutNs);
        if (endNs == null || answer == null) {
            return null;
        }
        if (early.before(endNs)) {
            return unmeasured(origin, early.mediaNs(), early.audibleNs(), null, true, false);
        }
        Double answerMs = toolAnswer.ms(endNs, limitNs);
        Long mediaNs = answer.mediaNs() != null && answer.mediaNs() < limitNs ? answer.mediaNs() : null;
        Long audibleNs = audibleBefore(limitNs);
        if (answer.overlapped() || mediaNs == null || audibleNs == null) {
            return unmeasured(origin, mediaNs, null, answerMs, false, answer.overlapped());
        }
        return measured(origin, endNs, mediaNs, audibleNs, answerMs, answer);
    }

    private Turn measured(
            CallClock origin,
            long callerEndNs,
            long mediaNs,
            long audibleNs,
            @Nullable Double answerMs,
            TurnAnswer found) {
        Long heardFromNs = found.heardFromNs();
        return new Turn(
                number,
                origin.atMs(startNs),
                origin.atMs(callerEndNs),
                origin.arrivalMs(mediaNs),
                origin.atMs(audibleNs),
                CallClock.ms(audibleNs - callerEndNs),
                answerMs,
                !found.late(),
                false,
                false,
                steps.parts(
                        origin.measured(),
                        callerEndNs,
                        mediaNs,
                        heardFromNs == null ? audibleNs : heardFromNs,
                        audibleNs),
                false);
    }

    private Turn unmeasured(
            CallClock origin,
            @Nullable Long mediaNs,
            @Nullable Long audibleNs,
            @Nullable Double answerMs,
            boolean early,
            boolean overlapped) {
        return new Turn(
                number,
                origin.atMs(startNs),
                origin.atMs(endNs == null ? startNs : endNs),
                origin.arrivalMs(mediaNs),
                origin.atMsOrNull(audibleNs),
                null,
                answerMs,
                true,
                early,
                overlapped,
                AnswerSteps.NONE,
                false);
    }
}
