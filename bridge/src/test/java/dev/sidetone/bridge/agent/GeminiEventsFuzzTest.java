package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.agent.gemini.Gemini;

/** Gemini's server messages. */
final class GeminiEventsFuzzTest extends AgentEventsFuzz {
    GeminiEventsFuzzTest() {
        super("gemini.txt", Gemini.LIVE);
    }
}
