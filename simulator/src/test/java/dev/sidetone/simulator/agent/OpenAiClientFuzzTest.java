package dev.sidetone.simulator.agent;

import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import java.util.Map;

/** OpenAI's client events. */
final class OpenAiClientFuzzTest extends ClientEventsFuzz {
    OpenAiClientFuzzTest() {
        super(FakeOpenAi.REALTIME, Map.of("Authorization", "Bearer k"), "/v1/realtime?model=gpt-realtime");
    }
}
