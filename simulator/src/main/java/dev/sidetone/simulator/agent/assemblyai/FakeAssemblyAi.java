package dev.sidetone.simulator.agent.assemblyai;

import dev.sidetone.bridge.agent.assemblyai.AssemblyAi;
import dev.sidetone.simulator.agent.FakeService;

/** The fake of AssemblyAI's Voice Agent API. Stateless. */
public final class FakeAssemblyAi {
    public static final FakeService VOICE_AGENT =
            new FakeService("assemblyai", AssemblyAi.VOICE_AGENT, AssemblyAiEndpoint::new);

    private FakeAssemblyAi() {}
}
