package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a session or a response that the fake agent accepts and confirms but does not act on. Stateless, for any thread.
 */
final class NotEmulated {
    /** What is not worth a word: nobody expects to hear it, or it is what happens anyway. */
    private static final Map<String, Set<String>> USUAL = Map.of(
            "tool_choice", Set.of("auto"),
            "truncation", Set.of("auto", "disabled"),
            "max_output_tokens", Set.of("inf"),
            "conversation", Set.of("auto"));

    private static final Map<String, String> INSTEAD = Map.of(
            "tool_choice", "tools are called as the script says",
            "parallel_tool_calls", "tools are called as the script says",
            "truncation", "it keeps the whole conversation",
            "max_output_tokens", "an answer is as long as the script says",
            "prompt", "it says what the script says",
            "reasoning", "it answers after --think",
            "tracing", "there is nothing to trace",
            "include", "it recognises no speech",
            "conversation", "the answer joins the conversation",
            "input", "it says what the script says");

    private NotEmulated() {}

    /** In words, each with what happens instead. */
    static List<String> in(ObjectNode asked, long endpointingMs) {
        List<String> found = new ArrayList<>();
        JsonNode detection = asked.at("/audio/input/turn_detection");
        if (JsonText.of(detection.path("type")).equals(DetectionRules.BY_MEANING)) {
            found.add("semantic_vad: a turn ends after " + endpointingMs + " ms of silence, as --endpointing says");
        }
        if (detection.path("threshold").asDouble(0.5) != 0.5) {
            found.add("threshold " + JsonText.of(detection.path("threshold")) + ": it hears what is above -45 dBm0");
        }
        JsonNode speed = asked.at("/audio/output/speed");
        if (speed.asDouble(1) != 1) {
            found.add("speed " + JsonText.of(speed) + ": it speaks at 1.0");
        }
        if (asked.at("/audio/input/noise_reduction").isObject()) {
            found.add("noise_reduction: it hears the line as it is");
        }
        for (JsonNode tool : asked.path("tools")) {
            if (JsonText.of(tool.path("type")).equals("mcp")) {
                found.add("mcp tools: no server is asked; a script's call-tool calls by name");
            }
        }
        for (Map.Entry<String, JsonNode> field : asked.properties()) {
            String instead = INSTEAD.get(field.getKey());
            boolean usual = field.getValue().isNull()
                    || USUAL.getOrDefault(field.getKey(), Set.of()).contains(JsonText.of(field.getValue()));
            if (instead != null && !usual) {
                found.add(field.getKey() + ": " + instead);
            }
        }
        return found;
    }
}
