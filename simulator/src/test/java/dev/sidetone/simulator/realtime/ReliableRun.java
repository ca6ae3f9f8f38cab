package dev.sidetone.simulator.realtime;

import static java.util.Objects.requireNonNull;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.twilio.CallOutcome;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Makes a run in real time again, twice at most, while the run reports of itself that the machine was too busy to judge it. */
public final class ReliableRun {
    private static final int MOST_RUNS = 3;

    private ReliableRun() {}

    /** Returns the first run that is reliable, else the last: whoever compares figures asks it again. */
    public static <R> R of(Callable<R> make, Predicate<R> reliable) throws Exception {
        R run = make.call();
        for (int runs = 1; runs < MOST_RUNS && !reliable.test(run); runs++) {
            run = make.call();
        }
        return run;
    }

    /** Whether every turn of a call could be judged. */
    public static boolean isReliable(CallResult result) {
        return requireNonNull(result.line()).reliable()
                && result.turns().stream().allMatch(CallResult.Turn::judged);
    }

    /** Whether the line stood still for so long that it gave the call up. */
    public static boolean isSuspended(CallOutcome outcome) {
        return outcome.by() == EndedBy.TIMEOUT && outcome.why().equals("suspended");
    }
}
