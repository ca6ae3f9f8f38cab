package dev.sidetone.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What a bridge does with calls, whoever the agent is.
 *
 * @param mostCalls at a time; one more hears that the line is busy
 * @param humanNumber whom callers are put through to, or null
 * @param unreachable what a caller gets when there is no agent
 */
public record CallRules(int mostCalls, @Nullable String humanNumber, Unreachable unreachable) {
    /** More than one process carries in real time: a limit against accidents, not a plan. */
    public static final int USUAL_MOST_CALLS = 1_000;

    /** What a caller gets when there is no agent, or no longer. */
    public enum Unreachable {
        APOLOGY,
        /** To the human number; without one, an apology. */
        TRANSFER,
        HANG_UP
    }

    /** No number to put callers through to, and an apology when there is no agent. */
    public static CallRules usual() {
        return new CallRules(USUAL_MOST_CALLS, null, Unreachable.APOLOGY);
    }

    public CallRules withMostCalls(int most) {
        return new CallRules(most, humanNumber, unreachable);
    }

    public CallRules withHumanNumber(@Nullable String number) {
        return new CallRules(mostCalls, number, unreachable);
    }

    public CallRules withUnreachable(Unreachable what) {
        return new CallRules(mostCalls, humanNumber, what);
    }
}
