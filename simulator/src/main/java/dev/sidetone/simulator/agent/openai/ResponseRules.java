package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.ValueCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules for {@code response.create}. Stateless, for any thread. Source: the types of OpenAI's client library. */
final class ResponseRules {
    private static final int MOST_METADATA = 16;
    private static final ValueCheck METADATA =
            ValueCheck.is("null or at most " + MOST_METADATA + " strings by name", ResponseRules::isMetadata);

    private static final Map<String, ValueCheck> CHECKS = Map.ofEntries(
            Map.entry("instructions", ValueCheck.is("a string", JsonNode::isTextual)),
            Map.entry("output_modalities", SessionRules::modalities),
            Map.entry("conversation", (path, value) -> ValueCheck.oneOf(path, value, List.of("auto", "none"))),
            Map.entry("tools", ToolRules::tools),
            Map.entry("tool_choice", ToolRules::choice),
            Map.entry("max_output_tokens", SessionRules::maxTokens),
            Map.entry("audio", ResponseRules::audio),
            Map.entry("input", ValueCheck.is("a list", JsonNode::isArray)),
            Map.entry("metadata", METADATA),
            Map.entry("prompt", ValueCheck.is("an object or null", value -> value.isObject() || value.isNull())),
            Map.entry("parallel_tool_calls", ValueCheck.is("a boolean", JsonNode::isBoolean)),
            Map.entry("reasoning", SessionRules::reasoning));

    private ResponseRules() {}

    static void check(ObjectNode response) throws ProtocolError {
        for (Map.Entry<String, JsonNode> field : response.properties()) {
            String path = "response." + field.getKey();
            ValueCheck check = CHECKS.get(field.getKey());
            if (check == null) {
                throw ProtocolError.unknown(path);
            }
            check.check(path, field.getValue());
        }
    }

    private static void audio(String path, JsonNode audio) throws ProtocolError {
        for (Map.Entry<String, JsonNode> side :
                ValueCheck.object(path, audio, Set.of("output")).properties()) {
            ObjectNode output = ValueCheck.object(path + ".output", side.getValue(), Set.of("format", "voice"));
            ValueCheck.optional(path + ".output", output, "format", SessionRules::format);
            ValueCheck.optional(path + ".output", output, "voice", SessionRules::voice);
        }
    }

    private static boolean isMetadata(JsonNode value) {
        boolean strings = value.isObject() && value.size() <= MOST_METADATA;
        for (JsonNode each : value) {
            strings &= each.isTextual();
        }
        return strings || value.isNull();
    }
}
