package dev.sidetone.simulator.agent.openai;

import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.simulator.agent.FakeService;

/** The fakes of OpenAI Realtime. Stateless. */
public final class FakeOpenAi {
    /** OpenAI Realtime as it is today, in the GA shape. */
    public static final FakeService REALTIME =
            new FakeService("openai", OpenAi.REALTIME, () -> new OpenAiEndpoint(GaShape::new));

    /** The beta shape, which OpenAI has switched off. */
    public static final FakeService BETA =
            new FakeService("openai-beta", OpenAi.BETA, () -> new OpenAiEndpoint(BetaShape::new));

    private FakeOpenAi() {}
}
