package dev.sidetone.simulator.agent.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import java.util.HashSet;
import java.util.Set;

/**
 * What a Gemini session was set up for, as far as the fake acts on it. Immutable.
 *
 * @param detectsTurns whether it finds the caller's turns by itself
 * @param yields whether speech interrupts it
 * @param writesCaller whether it writes down the caller's words
 * @param writesAgent whether it writes down its own
 * @param resumable whether it gives out handles
 * @param blocking the functions that it waits for
 * @param blocksByDefault whether it waits for a function that was not declared otherwise
 */
record GeminiConfig(
        boolean detectsTurns,
        boolean yields,
        boolean writesCaller,
        boolean writesAgent,
        boolean resumable,
        Set<String> blocking,
        Set<String> nonBlocking,
        boolean blocksByDefault) {
    /** Before the set-up. */
    static final GeminiConfig NONE = new GeminiConfig(false, false, false, false, false, Set.of(), Set.of(), true);

    GeminiConfig {
        blocking = Set.copyOf(blocking);
        nonBlocking = Set.copyOf(nonBlocking);
    }

    /** Reads a {@code setup} that was checked. */
    static GeminiConfig of(ObjectNode setup) {
        Set<String> blocking = new HashSet<>();
        Set<String> nonBlocking = new HashSet<>();
        for (JsonNode tool : setup.path("tools")) {
            for (JsonNode function : tool.path("functionDeclarations")) {
                String name = JsonText.of(function.path("name"));
                switch (JsonText.of(function.path("behavior"))) {
                    case "BLOCKING" -> blocking.add(name);
                    case "NON_BLOCKING" -> nonBlocking.add(name);
                    default -> {}
                }
            }
        }
        JsonNode input = setup.path("realtimeInputConfig");
        return new GeminiConfig(
                !input.at("/automaticActivityDetection/disabled").asBoolean(),
                !JsonText.of(input.path("activityHandling")).equals("NO_INTERRUPTION"),
                setup.has("inputAudioTranscription"),
                setup.has("outputAudioTranscription"),
                setup.has("sessionResumption"),
                blocking,
                nonBlocking,
                !GeminiModels.isNewest(JsonText.of(setup.path("model"))));
    }

    /** Whether the agent is silent until {@code function} gave something. */
    boolean blocks(String function) {
        return blocking.contains(function) || (blocksByDefault && !nonBlocking.contains(function));
    }
}
