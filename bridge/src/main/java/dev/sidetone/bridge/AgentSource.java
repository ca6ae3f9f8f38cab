package dev.sidetone.bridge;

import java.util.function.Supplier;

/** Tells a bridge whom to dial, call by call. Asked on any event loop, where it never waits. */
@FunctionalInterface
public interface AgentSource extends Supplier<BridgeConfig.Agent> {
    /**
     * A call is about to begin: what must be looked up for it is, on another thread.
     *
     * @param found runs when {@link #get} tells what was found
     */
    default void callExpected(Runnable found) {
        found.run();
    }
}
