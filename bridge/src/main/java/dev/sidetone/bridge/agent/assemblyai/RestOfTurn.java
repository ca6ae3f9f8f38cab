package dev.sidetone.bridge.agent.assemblyai;

import dev.sidetone.bridge.time.Timers;
import org.jspecify.annotations.Nullable;

/**
 * The rest of a turn whose beginning an earlier session heard: too little, perhaps, for the agent to answer. Where no reply begins in time,
 * the caller is asked to repeat it. Owned by one {@link AssemblyAiDialect}.
 */
final class RestOfTurn {
    /** The longest wait for the agent to notice that the caller speaks, or has spoken. */
    private static final long UNNOTICED_NS = 3_000_000_000L;
    /** The longest wait for a reply once the caller has stopped. */
    private static final long UNANSWERED_NS = 1_500_000_000L;

    private Timers.Timer wait = () -> {};
    /** The question to the caller, as long as nothing was answered. */
    private @Nullable Runnable ask;

    /** @param toRepeat asks the caller to say it again */
    void begin(Timers timers, Runnable toRepeat) {
        ask = toRepeat;
        await(timers, UNNOTICED_NS);
    }

    void callerSpeaks() {
        wait.cancel();
    }

    void callerStopped(Timers timers) {
        if (ask != null) {
            await(timers, UNANSWERED_NS);
        }
    }

    /** A reply begins, or the session is left. */
    void answered() {
        wait.cancel();
        ask = null;
    }

    private void await(Timers timers, long ns) {
        wait.cancel();
        wait = timers.after(ns, this::askToRepeat);
    }

    private void askToRepeat() {
        Runnable question = ask;
        ask = null;
        if (question != null) {
            question.run();
        }
    }
}
