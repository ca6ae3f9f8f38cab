package dev.sidetone.bridge.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.audio.AudioFormat;
import java.util.function.Function;

/** Parts of a session that all services of this protocol write alike. Source: OpenAI API reference, Realtime client events. */
public final class RealtimeSession {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The rate of what is called {@code pcm16} without one. */
    private static final int PCM16_HZ = 24_000;

    private RealtimeSession() {}

    /** A session in the GA shape, with its audio formats as {@code spelling} writes them. */
    public static ObjectNode ga(AgentSettings settings, Function<AudioFormat, JsonNode> spelling) {
        ObjectNode session = JSON.objectNode().put("type", "realtime");
        if (!settings.model().isEmpty()) {
            session.put("model", settings.model());
        }
        session.putArray("output_modalities").add("audio");
        session.put("instructions", settings.instructions());
        ObjectNode audio = session.putObject("audio");
        ObjectNode input = audio.putObject("input");
        input.set("format", spelling.apply(settings.audio().up()));
        input.set(
                "turn_detection",
                turnDetection(settings).put("create_response", true).put("interrupt_response", true));
        addTranscription(input, "transcription", settings);
        ObjectNode output = audio.putObject("output");
        output.set("format", spelling.apply(settings.audio().down()));
        output.put("voice", settings.voice());
        addTools(session, settings);
        return session;
    }

    /** A session in the older shape, which is flat and knows formats by a word. */
    static ObjectNode beta(AgentSettings settings) {
        ObjectNode session = JSON.objectNode();
        session.putArray("modalities").add("text").add("audio");
        session.put("voice", settings.voice()).put("instructions", settings.instructions());
        session.put("input_audio_format", word(settings.audio().up()));
        session.put("output_audio_format", word(settings.audio().down()));
        addTranscription(session, "input_audio_transcription", settings);
        session.set("turn_detection", turnDetection(settings));
        addTools(session, settings);
        return session;
    }

    /** A session of xAI's server. Source: docs.x.ai and the events of pipecat's client. */
    static ObjectNode xai(AgentSettings settings) {
        ObjectNode session =
                JSON.objectNode().put("voice", settings.voice()).put("instructions", settings.instructions());
        session.set("turn_detection", turnDetection(settings));
        ObjectNode audio = session.putObject("audio");
        ObjectNode input = audio.putObject("input");
        input.set("format", format(settings.audio().up()));
        addTranscription(input, "transcription", settings);
        audio.putObject("output").set("format", format(settings.audio().down()));
        addTools(session, settings);
        return session;
    }

    /** A session of Azure's Voice Live. Source: the types of {@code @azure/ai-voicelive} 1.1.0. */
    static ObjectNode voiceLive(AgentSettings settings) {
        ObjectNode session = beta(settings);
        AudioFormat up = settings.audio().up();
        if (!up.mulaw()) {
            session.put("input_audio_sampling_rate", up.rateHz());
        }
        AudioFormat down = settings.audio().down();
        boolean otherRate = !down.mulaw() && down.rateHz() != PCM16_HZ;
        session.put("output_audio_format", otherRate ? "pcm16_" + down.rateHz() + "hz" : word(down));
        session.putObject("voice")
                .put("type", settings.voice().contains("-") ? "azure-standard" : "openai")
                .put("name", settings.voice());
        return session;
    }

    /** A format as an object, as in {@code {"type":"audio/pcm","rate":24000}}. */
    public static JsonNode format(AudioFormat format) {
        return format.mulaw()
                ? JSON.objectNode().put("type", "audio/pcmu")
                : JSON.objectNode().put("type", "audio/pcm").put("rate", format.rateHz());
    }

    /** A format as a word, as the older shape writes it, whose PCM has one rate only. */
    public static String word(AudioFormat format) {
        return format.mulaw() ? "g711_ulaw" : "pcm16";
    }

    private static void addTranscription(ObjectNode to, String field, AgentSettings settings) {
        String model = settings.wire().transcription();
        if (model != null) {
            to.putObject(field).put("model", model);
        }
    }

    private static ObjectNode turnDetection(AgentSettings settings) {
        AgentSettings.TurnDetection wanted = settings.turnDetection();
        ObjectNode detection = JSON.objectNode().put("type", wanted.type());
        if (wanted.type().equals("server_vad")) {
            detection
                    .put("threshold", wanted.threshold())
                    .put("prefix_padding_ms", 300)
                    .put("silence_duration_ms", wanted.silenceMs());
        }
        return detection;
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
                    .set("parameters", OpenAiMessages.json(tool.parameters()));
        }
        session.put("tool_choice", "auto");
    }
}
