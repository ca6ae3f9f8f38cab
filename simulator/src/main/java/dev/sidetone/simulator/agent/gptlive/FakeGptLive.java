package dev.sidetone.simulator.agent.gptlive;

import dev.sidetone.bridge.agent.gptlive.GptLive;
import dev.sidetone.simulator.agent.FakeService;

/** The fake of OpenAI's GPT-Live. Stateless. */
public final class FakeGptLive {
    public static final FakeService SERVICE = new FakeService("gpt-live", GptLive.SERVICE, GptLiveEndpoint::new);

    private FakeGptLive() {}
}
