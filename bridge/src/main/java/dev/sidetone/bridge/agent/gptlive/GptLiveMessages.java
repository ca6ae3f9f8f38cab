package dev.sidetone.bridge.agent.gptlive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.json.PlainJson;
import org.jspecify.annotations.Nullable;

/** The client's messages of GPT-Live, as text. Stateless. Source: the types of OpenAI's SDKs and its guide to the live API. */
final class GptLiveMessages {
    private static final JsonMapper JSON = new JsonMapper();

    private GptLiveMessages() {}

    static String start(AgentSettings settings) {
        ObjectNode message = message("session.start");
        ObjectNode session = message.putObject("session")
                .put("model", settings.model())
                .put("instructions", settings.instructions());
        ObjectNode audio = session.putObject("audio");
        AudioFormat format = settings.audio().up();
        audio.putObject("format")
                .put("type", format.mulaw() ? "audio/pcmu" : "audio/pcm")
                .put("rate", format.rateHz());
        audio.putObject("output").put("voice", settings.voice());
        ObjectNode responses =
                session.putObject("delegation").put("type", "responses").putObject("responses");
        String toolModel = settings.wire().toolModel();
        responses
                .put("model", toolModel == null ? GptLive.TOOL_MODEL : toolModel)
                .put("instructions", settings.instructions());
        addTools(responses, settings);
        return message.toString();
    }

    /** Written by hand where nothing has to be escaped: there are fifty a second. */
    static String append(String base64) {
        if (PlainJson.isPlain(base64)) {
            return "{\"type\":\"session.input_audio.append\",\"audio\":\"" + base64 + "\"}";
        }
        return message("session.input_audio.append").put("audio", base64).toString();
    }

    /** Something to speak of, for the whole session or for one delegation. */
    static String say(@Nullable String delegationId, String what) {
        return message("session.commentary.append")
                .put("delegation_id", delegationId)
                .put("content", what)
                .toString();
    }

    static String toolResult(ToolResult result) {
        ObjectNode message = message("response.item.create");
        message.putObject("item")
                .put("type", "function_call_output")
                .put("call_id", result.callId())
                .put("output", result.json());
        return message.toString();
    }

    static String respond() {
        return message("response.create").toString();
    }

    static String close() {
        return message("session.close").toString();
    }

    /** One message, or a missing node for what is no JSON. */
    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static void addTools(ObjectNode responses, AgentSettings settings) {
        if (settings.tools().isEmpty()) {
            return;
        }
        ArrayNode tools = responses.putArray("tools");
        for (AgentTool tool : settings.tools()) {
            tools.addObject()
                    .put("type", "function")
                    .put("name", tool.name())
                    .put("description", tool.description())
                    .set("parameters", read(tool.parameters()));
        }
        responses.put("tool_choice", "auto");
    }

    private static ObjectNode message(String type) {
        return JSON.createObjectNode().put("type", type);
    }
}
