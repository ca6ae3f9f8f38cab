package dev.sidetone.bridge.agent.gemini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.agent.WireSettings;
import java.io.IOException;

/** The client's messages of the Gemini Live API, as text, and the server's read. Stateless. Source: the Live API's reference. */
final class GeminiMessages {
    private static final JsonMapper JSON = new JsonMapper();

    private GeminiMessages() {}

    static String setup(AgentSettings settings) {
        ObjectNode message = JSON.createObjectNode();
        ObjectNode setup = message.putObject("setup").put("model", model(settings.model()));
        ObjectNode generation = setup.putObject("generationConfig");
        generation.putArray("responseModalities").add("AUDIO");
        generation
                .putObject("speechConfig")
                .putObject("voiceConfig")
                .putObject("prebuiltVoiceConfig")
                .put("voiceName", settings.voice());
        setup.putObject("systemInstruction").putArray("parts").addObject().put("text", settings.instructions());
        addTools(setup, settings);
        setup.putObject("realtimeInputConfig")
                .put("activityHandling", "START_OF_ACTIVITY_INTERRUPTS")
                .putObject("automaticActivityDetection")
                .put("silenceDurationMs", settings.silenceMs());
        setup.putObject("inputAudioTranscription");
        setup.putObject("outputAudioTranscription");
        ObjectNode resumption = setup.putObject("sessionResumption");
        if (settings.wire().resumed() != null) {
            resumption.put("handle", settings.wire().resumed());
        }
        // Without it a session of sound ends after 15 minutes.
        setup.putObject("contextWindowCompression").putObject("slidingWindow");
        return message.toString();
    }

    /** The model's name as the service wants it. */
    private static String model(String name) {
        return name.isEmpty() || name.contains("/") ? name : "models/" + name;
    }

    /** Earlier models wait for every tool, and know no other behaviour. */
    private static boolean takesBehavior(String model) {
        return !model.contains("gemini-2.") && !model.contains("gemini-3.1");
    }

    private static void addTools(ObjectNode setup, AgentSettings settings) {
        if (settings.tools().isEmpty()) {
            return;
        }
        ArrayNode declarations = setup.putArray("tools").addObject().putArray("functionDeclarations");
        for (AgentTool tool : settings.tools()) {
            ObjectNode declaration =
                    declarations.addObject().put("name", tool.name()).put("description", tool.description());
            if (takesBehavior(settings.model())) {
                declaration.put("behavior", settings.wire().toolCalls().name());
            }
            ObjectNode parameters = GeminiSchema.of(read(tool.parameters()));
            if (parameters != null) {
                declaration.set("parameters", parameters);
            }
        }
    }

    static String audio(String base64, int rateHz) {
        ObjectNode message = JSON.createObjectNode();
        message.putObject("realtimeInput")
                .putObject("audio")
                .put("data", base64)
                .put("mimeType", "audio/pcm;rate=" + rateHz);
        return message.toString();
    }

    static String say(String text) {
        ObjectNode message = JSON.createObjectNode();
        message.putObject("realtimeInput").put("text", text);
        return message.toString();
    }

    /** What a tool gave, as one part of a {@link #toolResponse}. */
    static ObjectNode functionResponse(String name, ToolResult result, WireSettings settings) {
        ObjectNode response = JSON.createObjectNode().put("id", result.callId()).put("name", name);
        JsonNode given = read(result.json());
        response.putObject("response")
                .set(
                        result.failed() ? "error" : "result",
                        given.isMissingNode() ? JSON.getNodeFactory().textNode(result.json()) : given);
        if (settings.toolCalls() == WireSettings.ToolCalls.NON_BLOCKING) {
            boolean atOnce = settings.toolResults() == WireSettings.ToolResults.IMMEDIATE;
            response.put("scheduling", atOnce ? "INTERRUPT" : "WHEN_IDLE");
        }
        return response;
    }

    static String toolResponse(Iterable<ObjectNode> responses) {
        ObjectNode message = JSON.createObjectNode();
        ArrayNode all = message.putObject("toolResponse").putArray("functionResponses");
        responses.forEach(all::add);
        return message.toString();
    }

    /** One message, or a missing node for what is no JSON. */
    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** The same of a binary frame. */
    static JsonNode read(byte[] binary) {
        try {
            return JSON.readTree(binary);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    /** The text of a field; empty for what is none, as JSON's null. */
    static String text(JsonNode field) {
        return field.isTextual() ? field.textValue() : "";
    }
}
