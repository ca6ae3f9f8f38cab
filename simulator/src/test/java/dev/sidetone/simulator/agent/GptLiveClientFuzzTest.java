package dev.sidetone.simulator.agent;

import dev.sidetone.simulator.agent.gptlive.FakeGptLive;
import java.util.Map;

/** GPT-Live's client events. */
final class GptLiveClientFuzzTest extends ClientEventsFuzz {
    GptLiveClientFuzzTest() {
        super(FakeGptLive.SERVICE, Map.of("Authorization", "Bearer k"), "/v1/live/sessions");
    }
}
