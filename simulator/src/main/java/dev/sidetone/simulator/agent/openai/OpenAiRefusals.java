package dev.sidetone.simulator.agent.openai;

import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.HttpRefusals;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The refusals before the upgrade that OpenAI's service and Inworld's have in common. Stateless, for any thread. */
public final class OpenAiRefusals {
    private OpenAiRefusals() {}

    /** The refusal that an injected fault asks for, or null. */
    public static RequestHandler.Upgrade.@Nullable Refuse injected(Set<AgentFault> faults) {
        if (faults.contains(AgentFault.BUSY)) {
            return HttpRefusals.busy("rate_limit_exceeded", "Too many sessions at once. Try again in a second.");
        }
        if (faults.contains(AgentFault.UNAUTHORIZED)) {
            return wrongKey();
        }
        return faults.contains(AgentFault.FORBIDDEN)
                ? HttpRefusals.refusal(403, "model_not_found", "This key has no access to the model.")
                : null;
    }

    /** The refusal of a key that the service does not know. */
    public static RequestHandler.Upgrade.Refuse wrongKey() {
        return HttpRefusals.refusal(401, "invalid_api_key", "Incorrect API key provided.");
    }
}
