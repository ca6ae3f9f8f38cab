package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import java.util.Map;
import java.util.Set;

/** The rules for {@code response.create}, and the part of it that the practice agent can do. Stateless, for any thread. */
final class ResponseRules {
    private static final Set<String> TAKEN =
            Set.of("instructions", "output_modalities", "conversation", "tools", "tool_choice", "max_output_tokens");
    private static final Set<String> NOT_OFFERED =
            Set.of("audio", "input", "metadata", "prompt", "parallel_tool_calls", "reasoning");

    private ResponseRules() {}

    static void check(ObjectNode response) throws ProtocolError {
        for (Map.Entry<String, JsonNode> field : response.properties()) {
            String path = "response." + field.getKey();
            if (NOT_OFFERED.contains(field.getKey())) {
                throw ProtocolError.invalidValue(path, "The practice agent does not offer '" + path + "'.");
            }
            if (!TAKEN.contains(field.getKey())) {
                throw ProtocolError.unknown(path);
            }
        }
        if (response.has("instructions")) {
            ClientMessage.string(response, "response", "instructions");
        }
        if (response.has("output_modalities")
                && !response.path("output_modalities").toString().equals("[\"audio\"]")) {
            throw ProtocolError.invalidValue("response.output_modalities", "The practice agent offers ['audio'].");
        }
        if (!response.path("conversation").asText("auto").equals("auto")) {
            throw ProtocolError.invalidValue(
                    "response.conversation", "The practice agent has one conversation: 'auto'.");
        }
    }
}
