package dev.sidetone.bridge.agent.omni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.ToolResult;

/**
 * The client's messages of PyAI Omni. Where its documents disagree on a field's name both are written. Source: the Omni protocol page
 * and PyAI's examples.
 */
final class OmniMessages {
    private static final JsonMapper JSON = new JsonMapper();

    private OmniMessages() {}

    static ObjectNode configure(AgentSettings settings) {
        ObjectNode message = message("configure");
        message.put("persona", settings.instructions()).put("voice_id", settings.voice());
        message.put("greeting", settings.greeting() == null ? "" : settings.greeting());
        if (!settings.tools().isEmpty()) {
            ArrayNode tools = message.putArray("tools");
            for (AgentTool tool : settings.tools()) {
                tools.addObject()
                        .put("name", tool.name())
                        .put("description", tool.description())
                        .put("execution", "client")
                        .set("parameters", json(tool.parameters()));
            }
        }
        return message;
    }

    static ObjectNode pressed(char digit) {
        return message("dtmf").put("digit", String.valueOf(digit)).put("digits", String.valueOf(digit));
    }

    static ObjectNode toolResult(ToolResult result) {
        ObjectNode message = message("tool_result").put("call_id", result.callId());
        if (result.failed()) {
            return message.put("error", result.json());
        }
        message.set("result", json(result.json()));
        return message;
    }

    static ObjectNode leave() {
        return message("session_ending");
    }

    private static ObjectNode message(String kind) {
        return JSON.createObjectNode().put("type", kind).put("event", kind);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(text);
        }
    }
}
