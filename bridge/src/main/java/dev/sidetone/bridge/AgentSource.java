package dev.sidetone.bridge;

import java.util.function.Supplier;

/** Provides the agent for each call of a bridge. Called on any event loop, where it never waits. */
@FunctionalInterface
public interface AgentSource extends Supplier<BridgeConfig.Agent> {
    /**
     * A call is about to begin: starts to look up, on another thread, what its agent needs.
     *
     * @param found runs when {@link #get} returns the result
     */
    default void callExpected(Runnable found) {
        found.run();
    }
}
