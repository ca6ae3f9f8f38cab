package dev.sidetone.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What a bridge does with calls, whoever the agent is.
 *
 * @param mostCalls at a time; one more hears that the line is busy
 * @param humanNumber whom callers are put through to, or null
 */
public record CallRules(int mostCalls, @Nullable String humanNumber) {
    /** More than one process carries in real time: a limit against accidents, not a plan. */
    public static final int USUAL_MOST_CALLS = 1_000;

    /** No number to put callers through to. */
    public static CallRules usual() {
        return new CallRules(USUAL_MOST_CALLS, null);
    }

    public CallRules withMostCalls(int most) {
        return new CallRules(most, humanNumber);
    }

    public CallRules withHumanNumber(@Nullable String number) {
        return new CallRules(mostCalls, number);
    }
}
