package dev.sidetone.bridge.agent.openai;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.audio.MulawChunk;

/** The client's messages of OpenAI Realtime GA, as text. Source: OpenAI API reference, Realtime client events. */
final class OpenAiMessages {
    private static final JsonMapper JSON = new JsonMapper();

    private OpenAiMessages() {}

    static String sessionUpdate(AgentSettings settings) {
        ObjectNode message = message("session.update");
        ObjectNode session = message.putObject("session");
        session.put("type", "realtime");
        session.put("model", settings.model());
        session.putArray("output_modalities").add("audio");
        session.put("instructions", settings.instructions());
        ObjectNode audio = session.putObject("audio");
        ObjectNode input = audio.putObject("input");
        input.putObject("format").put("type", "audio/pcmu");
        input.putObject("turn_detection")
                .put("type", "server_vad")
                .put("threshold", 0.5)
                .put("prefix_padding_ms", 300)
                .put("silence_duration_ms", settings.silenceMs())
                .put("create_response", true)
                .put("interrupt_response", true);
        ObjectNode output = audio.putObject("output");
        output.putObject("format").put("type", "audio/pcmu");
        output.put("voice", settings.voice());
        return message.toString();
    }

    static String append(MulawChunk audio) {
        return message("input_audio_buffer.append").put("audio", audio.base64()).toString();
    }

    static String respond() {
        return message("response.create").toString();
    }

    static String greet(String greeting) {
        ObjectNode message = message("response.create");
        message.putObject("response")
                .put("instructions", "Greet the caller. Say exactly this and nothing else: " + greeting);
        return message.toString();
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

    private static ObjectNode message(String type) {
        return JSON.createObjectNode().put("type", type);
    }
}
