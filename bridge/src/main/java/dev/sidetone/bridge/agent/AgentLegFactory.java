package dev.sidetone.bridge.agent;

import org.jspecify.annotations.Nullable;

/** Opens sessions with one call's agent. Used on the call's event loop. */
@FunctionalInterface
public interface AgentLegFactory {
    /**
     * Connects to the agent.
     *
     * @param events is notified of everything that follows
     * @param continuation what the session goes on with; null at the beginning of the call, when the agent greets
     */
    AgentLeg connect(AgentEvent.Handler events, @Nullable Continuation continuation);
}
