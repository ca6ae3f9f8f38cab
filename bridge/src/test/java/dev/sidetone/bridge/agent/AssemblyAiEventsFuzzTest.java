package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.agent.assemblyai.AssemblyAi;

/** AssemblyAI's server events. */
final class AssemblyAiEventsFuzzTest extends AgentEventsFuzz {
    AssemblyAiEventsFuzzTest() {
        super("assemblyai.txt", AssemblyAi.VOICE_AGENT);
    }
}
