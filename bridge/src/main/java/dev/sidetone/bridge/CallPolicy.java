package dev.sidetone.bridge;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limits and rules of a bridge's calls that do not depend on the agent.
 *
 * @param mostCalls the maximum number of calls at a time; one more hears a busy line
 * @param humanNumber the number that callers are transferred to, or null
 * @param longest the maximum length of a call with the agent
 */
public record CallPolicy(int mostCalls, @Nullable String humanNumber, Duration longest) {
    /** More than one process can carry in real time: a limit against accidents. */
    public static final int DEFAULT_MOST_CALLS = 1_000;

    /** Twilio's own maximum. */
    public static final Duration DEFAULT_LONGEST = Duration.ofHours(4);

    /** The default limits, without a number for transfers. */
    public static CallPolicy defaults() {
        return new CallPolicy(DEFAULT_MOST_CALLS, null, DEFAULT_LONGEST);
    }

    public CallPolicy withMostCalls(int most) {
        return new CallPolicy(most, humanNumber, longest);
    }

    public CallPolicy withHumanNumber(@Nullable String number) {
        return new CallPolicy(mostCalls, number, longest);
    }

    public CallPolicy withLongest(Duration most) {
        return new CallPolicy(mostCalls, humanNumber, most);
    }
}
