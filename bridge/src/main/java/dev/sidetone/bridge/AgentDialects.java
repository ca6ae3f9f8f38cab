package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.AgentDialect;
import dev.sidetone.bridge.agent.assemblyai.AssemblyAiDialect;
import dev.sidetone.bridge.agent.inworld.InworldDialect;
import dev.sidetone.bridge.agent.omni.OmniDialect;
import dev.sidetone.bridge.agent.openai.OpenAiDialect;
import java.util.UUID;

/** Gives every conversation the dialect of its agent. Stateless, for any thread. */
public final class AgentDialects {
    private AgentDialects() {}

    /** A dialect for one conversation with {@code agent}. */
    public static AgentDialect of(BridgeConfig.Agent agent) {
        return switch (agent.wire()) {
            case OPENAI -> OpenAiDialect.ga(agent.endpoint(), agent.key(), agent.settings());
            case OPENAI_BETA -> OpenAiDialect.beta(agent.endpoint(), agent.key(), agent.settings());
            case COMPATIBLE -> OpenAiDialect.compatible(agent.endpoint(), agent.key(), agent.settings());
            case ASSEMBLYAI -> new AssemblyAiDialect(agent.endpoint(), agent.key(), agent.settings());
            case OMNI -> new OmniDialect(agent.endpoint(), agent.key(), agent.settings());
            case INWORLD ->
                InworldDialect.of(agent.endpoint(), agent.key(), "voice-" + UUID.randomUUID(), agent.settings());
        };
    }
}
