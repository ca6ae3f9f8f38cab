package dev.sidetone.simulator.agent;

import dev.sidetone.simulator.agent.gemini.FakeGemini;
import java.util.Map;

/** Gemini's client messages. */
final class GeminiClientFuzzTest extends ClientEventsFuzz {
    GeminiClientFuzzTest() {
        super(
                FakeGemini.LIVE,
                Map.of("x-goog-api-key", "k"),
                "/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent");
    }
}
