package dev.sidetone.bridge.agent.assemblyai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.audio.AudioFormat;

/** The client's messages of AssemblyAI's Voice Agent API, as text. Source: its events reference and Twilio example. */
final class AssemblyAiMessages {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_PAUSE_MS = 1_500;

    private AssemblyAiMessages() {}

    static String sessionUpdate(AgentSettings settings) {
        ObjectNode message = message("session.update");
        ObjectNode session = message.putObject("session");
        session.put("system_prompt", settings.instructions());
        if (settings.greeting() != null) {
            session.put("greeting", settings.greeting());
        }
        ObjectNode input = session.putObject("input").put("type", "audio");
        input.putObject("format").put("encoding", encoding(settings.audio().up()));
        input.putObject("turn_detection")
                .put("vad_threshold", settings.turnDetection().threshold())
                .put("min_silence", settings.silenceMs())
                .put("max_silence", Math.max(LONGEST_PAUSE_MS, settings.silenceMs()))
                .put("interrupt_response", true);
        ObjectNode output = session.putObject("output").put("type", "audio").put("voice", settings.voice());
        output.putObject("format").put("encoding", encoding(settings.audio().down()));
        addTools(session, settings);
        return message.toString();
    }

    static String audio(String base64) {
        return message("input.audio").put("audio", base64).toString();
    }

    static String speak(String instructions) {
        return message("reply.create").put("instructions", instructions).toString();
    }

    static String toolResult(ToolResult result) {
        return message("tool.result")
                .put("call_id", result.callId())
                .put("result", result.json())
                .put("is_error", result.failed())
                .toString();
    }

    static String end() {
        return message("session.end").toString();
    }

    /** One message, or a missing node for what is no JSON. */
    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static String encoding(AudioFormat format) {
        return format.mulaw() ? "audio/pcmu" : "audio/pcm";
    }

    private static void addTools(ObjectNode session, AgentSettings settings) {
        if (settings.tools().isEmpty()) {
            return;
        }
        ArrayNode tools = session.putArray("tools");
        for (AgentTool tool : settings.tools()) {
            tools.addObject()
                    .put("type", "function")
                    .put("name", tool.name())
                    .put("description", tool.description())
                    .set("parameters", read(tool.parameters()));
        }
    }

    private static ObjectNode message(String type) {
        return JSON.createObjectNode().put("type", type);
    }
}
