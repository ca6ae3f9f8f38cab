package dev.sidetone.bridge.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens sessions with one call's agent. Used on the call's event loop. */
@FunctionalInterface
public interface AgentLegFactory {
    /**
     * Connects to the agent.
     *
     * @param events is notified of everything that follows
     * @param soFar the words of this call so far, a line each; null at its beginning, when the agent greets
     */
    AgentLeg connect(AgentEvent.Handler events, @Nullable List<String> soFar);
}
