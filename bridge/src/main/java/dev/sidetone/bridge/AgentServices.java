package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.assemblyai.AssemblyAi;
import dev.sidetone.bridge.agent.gemini.Gemini;
import dev.sidetone.bridge.agent.gptlive.GptLive;
import dev.sidetone.bridge.agent.inworld.Inworld;
import dev.sidetone.bridge.agent.omni.Omni;
import dev.sidetone.bridge.agent.openai.OpenAi;
import java.util.List;
import java.util.Optional;

/** The one list of agent services. Settings, help texts, menus, docs and tests read it. */
public final class AgentServices {
    private static final List<AgentService> ALL = List.of(
            OpenAi.REALTIME,
            OpenAi.BETA,
            AssemblyAi.VOICE_AGENT,
            Inworld.REALTIME,
            Omni.SERVICE,
            OpenAi.COMPATIBLE,
            GptLive.SERVICE,
            Gemini.LIVE);

    private AgentServices() {}

    /** All of them, in the order in which people are shown them. */
    public static List<AgentService> all() {
        return ALL;
    }

    /** The service of that name. */
    public static Optional<AgentService> named(String name) {
        return ALL.stream().filter(service -> service.name().equals(name)).findFirst();
    }
}
