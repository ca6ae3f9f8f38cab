package dev.sidetone.bridge.agent.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.json.PlainJson;

/** The client's messages of OpenAI Realtime, as text. Source: OpenAI API reference, Realtime client events. */
final class OpenAiMessages {
    private static final JsonMapper JSON = new JsonMapper();

    private OpenAiMessages() {}

    static String sessionUpdate(ObjectNode session) {
        ObjectNode message = message("session.update");
        message.set("session", session);
        return message.toString();
    }

    /** Written by hand where nothing has to be escaped: there are fifty a second. */
    static String append(String base64) {
        if (PlainJson.isPlain(base64)) {
            return "{\"type\":\"input_audio_buffer.append\",\"audio\":\"" + base64 + "\"}";
        }
        return message("input_audio_buffer.append").put("audio", base64).toString();
    }

    static String respond() {
        return message("response.create").toString();
    }

    static String cancel() {
        return message("response.cancel").toString();
    }

    static String greet(String greeting) {
        ObjectNode message = message("response.create");
        message.putObject("response").put("instructions", greetingOrder(greeting));
        return message.toString();
    }

    static String greetingOrder(String greeting) {
        return "Greet the caller. Say exactly this and nothing else: " + greeting;
    }

    static String userText(String text) {
        ObjectNode message = message("conversation.item.create");
        ObjectNode item = message.putObject("item").put("type", "message").put("role", "user");
        item.putArray("content").addObject().put("type", "input_text").put("text", text);
        return message.toString();
    }

    static String truncate(String itemId, long audioEndMs) {
        return message("conversation.item.truncate")
                .put("item_id", itemId)
                .put("content_index", 0)
                .put("audio_end_ms", audioEndMs)
                .toString();
    }

    /** The result goes in as text, whatever it is. */
    static String toolResult(ToolResult result) {
        ObjectNode message = message("conversation.item.create");
        message.putObject("item")
                .put("type", "function_call_output")
                .put("call_id", result.callId())
                .put("output", result.json());
        return message.toString();
    }

    /** JSON that settings hold as text; what is none stays text. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(text);
        }
    }

    private static ObjectNode message(String type) {
        return JSON.createObjectNode().put("type", type);
    }
}
