package dev.sidetone.simulator.load;

import dev.sidetone.simulator.CannotRun;
import java.util.function.Consumer;

/** Places the calls of a load and follows them. By the load's thread. */
public interface LoadCalls {
    /**
     * Places the next call of a caller.
     *
     * @param caller the caller's number, from 0
     * @param over called once, in {@link #pump}
     */
    LoadCall place(int caller, Consumer<CallFate> over) throws CannotRun;

    /** Takes in what happened in all calls, and reports those that are over. */
    void pump(long nowNs);
}
