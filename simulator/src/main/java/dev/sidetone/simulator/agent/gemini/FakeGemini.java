package dev.sidetone.simulator.agent.gemini;

import dev.sidetone.bridge.agent.gemini.Gemini;
import dev.sidetone.simulator.agent.FakeService;

/** The fake of Google's Gemini Live API. Stateless. */
public final class FakeGemini {
    public static final FakeService LIVE = new FakeService("gemini", Gemini.LIVE, GeminiEndpoint::new);

    private FakeGemini() {}
}
