package dev.sidetone.simulator.agent;

import dev.sidetone.simulator.agent.assemblyai.FakeAssemblyAi;
import java.util.Map;

/** AssemblyAI's client events. */
final class AssemblyAiClientFuzzTest extends ClientEventsFuzz {
    AssemblyAiClientFuzzTest() {
        super(FakeAssemblyAi.VOICE_AGENT, Map.of("Authorization", "Bearer k"), "/v1/ws");
    }
}
