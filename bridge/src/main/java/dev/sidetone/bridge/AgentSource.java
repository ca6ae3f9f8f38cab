package dev.sidetone.bridge;

import java.util.function.Supplier;

/** Gives a bridge the agent of each call. Asked on any event loop, where it never waits. */
@FunctionalInterface
public interface AgentSource extends Supplier<BridgeConfig.Agent> {
    /**
     * Prepares for a call that is about to begin: looks up on another thread what has to be looked up.
     *
     * @param found runs once {@link #get} gives what was found
     */
    default void callExpected(Runnable found) {
        found.run();
    }
}
