package dev.sidetone.simulator.agent.openai;

import dev.sidetone.bridge.agent.AgentWire;
import dev.sidetone.simulator.agent.FakeService;

/** The fakes of OpenAI Realtime. Stateless. */
public final class FakeOpenAi {
    /** OpenAI Realtime as it is today, in the GA shape. */
    public static final FakeService REALTIME =
            new FakeService("openai", AgentWire.OPENAI, () -> new OpenAiEndpoint(GaShape::new));

    /** The beta shape, which OpenAI has switched off. */
    public static final FakeService BETA =
            new FakeService("openai-beta", AgentWire.OPENAI_BETA, () -> new OpenAiEndpoint(BetaShape::new));

    private FakeOpenAi() {}
}
