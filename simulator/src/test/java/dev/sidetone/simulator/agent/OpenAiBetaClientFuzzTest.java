package dev.sidetone.simulator.agent;

import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import java.util.Map;

/** The client events of OpenAI's beta. */
final class OpenAiBetaClientFuzzTest extends ClientEventsFuzz {
    OpenAiBetaClientFuzzTest() {
        super(
                FakeOpenAi.BETA,
                Map.of("Authorization", "Bearer k", "OpenAI-Beta", "realtime=v1"),
                "/v1/realtime?model=gpt-4o-realtime-preview");
    }
}
