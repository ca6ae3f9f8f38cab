package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.agent.openai.OpenAi;

/** OpenAI's server events, and those of compatible servers. */
final class OpenAiEventsFuzzTest extends AgentEventsFuzz {
    OpenAiEventsFuzzTest() {
        super("openai.txt", OpenAi.REALTIME, OpenAi.BETA);
    }
}
