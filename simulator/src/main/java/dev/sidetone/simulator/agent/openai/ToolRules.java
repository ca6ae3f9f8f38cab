package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.ValueCheck;
import java.util.List;
import java.util.Set;

/** The rules for the tools of a session or a response. Stateless, for any thread. */
final class ToolRules {
    private static final Set<String> FUNCTION = Set.of("type", "name", "description", "parameters");
    private static final List<String> CHOICES = List.of("none", "auto", "required");

    private ToolRules() {}

    static void tools(String path, JsonNode value) throws ProtocolError {
        ValueCheck.is("a list", JsonNode::isArray).check(path, value);
        for (int i = 0; i < value.size(); i++) {
            String at = path + "[" + i + "]";
            ValueCheck.is("an object", JsonNode::isObject).check(at, value.get(i));
            tool(at, (ObjectNode) value.get(i));
        }
    }

    private static void tool(String at, ObjectNode tool) throws ProtocolError {
        ValueCheck.oneOf(at + ".type", tool.path("type"), List.of("function", "mcp"));
        if (JsonText.of(tool.path("type")).equals("function")) {
            ClientMessage.string(tool, at, "name");
            ValueCheck.object(at, tool, FUNCTION);
        } else {
            ClientMessage.string(tool, at, "server_label");
        }
    }

    static void choice(String path, JsonNode value) throws ProtocolError {
        if (value.isObject()) {
            ValueCheck.oneOf(path + ".type", value.path("type"), List.of("function", "mcp"));
        } else {
            ValueCheck.oneOf(path, value, CHOICES);
        }
    }
}
