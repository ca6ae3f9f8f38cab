package dev.sidetone.bridge.agent;

import org.jspecify.annotations.Nullable;

/**
 * How an agent is to behave, in words that fit every vendor.
 *
 * @param model the vendor's model name
 * @param voice the vendor's voice name, case-sensitive
 * @param instructions what the agent is told to be
 * @param greeting what it says first, or null to let the caller speak first
 * @param silenceMs how long the caller must be silent for the turn to be over, where the wire has a setting
 */
public record AgentSettings(String model, String voice, String instructions, @Nullable String greeting, int silenceMs) {

    /** The defaults for OpenAI Realtime. */
    public static AgentSettings openAi() {
        return new AgentSettings(
                "gpt-realtime",
                "marin",
                "You are a friendly agent on the phone. Keep replies under two sentences.",
                "Hello, how can I help?",
                500);
    }
}
