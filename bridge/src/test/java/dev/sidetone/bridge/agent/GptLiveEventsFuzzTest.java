package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.agent.gptlive.GptLive;

/** GPT-Live's server events. */
final class GptLiveEventsFuzzTest extends AgentEventsFuzz {
    GptLiveEventsFuzzTest() {
        super("gpt-live.txt", GptLive.SERVICE);
    }
}
