package dev.sidetone.bridge;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a bridge does with calls, whoever the agent is.
 *
 * @param mostCalls at a time; one more hears that the line is busy
 * @param humanNumber whom callers are put through to, or null
 * @param longest how long a call may talk to the agent; then it is told good-bye
 */
public record CallPolicy(int mostCalls, @Nullable String humanNumber, Duration longest) {
    /** More than one process carries in real time: a limit against accidents, not a plan. */
    public static final int USUAL_MOST_CALLS = 1_000;

    /** What Twilio itself gives a call. */
    public static final Duration USUAL_LONGEST = Duration.ofHours(4);

    /** No number to put callers through to. */
    public static CallPolicy usual() {
        return new CallPolicy(USUAL_MOST_CALLS, null, USUAL_LONGEST);
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
