package dev.sidetone.bridge.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens sessions with one call's agent. Used on the call's event loop. */
@FunctionalInterface
public interface AgentLegFactory {
    /**
     * Dials.
     *
     * @param events hears what comes of it, later
     * @param soFar what was said in this call before, a line each; null at its beginning, when the agent greets
     */
    AgentLeg dial(AgentEvent.Handler events, @Nullable List<String> soFar);
}
