package dev.sidetone.simulator.agent.inworld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.openai.OpenAiShape;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Inworld's spelling: formats in three ways, models and voices of its own, and text beside audio. What it was given it gives back as it
 * was given. Source: Inworld's documentation and examples.
 */
final class InworldShape implements OpenAiShape {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<Integer> RATES = Set.of(8_000, 16_000, 24_000);
    private static final Set<String> OWN = Set.of("temperature", "providerData", "provider_data", "model");
    private static final Map<String, String> WORDS = Map.of(
            "g711_ulaw", "audio/pcmu",
            "g711_alaw", "audio/pcma",
            "pcm16", "audio/pcm",
            "audio/pcmu", "audio/pcmu",
            "audio/pcma", "audio/pcma",
            "audio/pcm", "audio/pcm");

    private final ObjectNode given = JSON.objectNode();
    private final boolean variant;

    /** @param variant whether it uses the other names that its clients know */
    InworldShape(boolean variant) {
        this.variant = variant;
    }

    @Override
    public boolean recognisesSpeech() {
        return true;
    }

    @Override
    public boolean sendsPings() {
        return true;
    }

    @Override
    public void incoming(ObjectNode event) throws ProtocolError {
        if (!(event.get("session") instanceof ObjectNode session)) {
            return;
        }
        ObjectNode asked = session.deepCopy();
        OWN.forEach(session::remove);
        if (!session.has("type")) {
            session.put("type", "realtime");
        }
        if (session.has("output_modalities")) {
            session.putArray("output_modalities").add("audio");
        }
        format(session, "input");
        format(session, "output");
        if (session.at("/audio/output") instanceof ObjectNode output) {
            output.remove(List.of("model", "voice", "speed"));
        }
        detection(session);
        transcription(session);
        merge(given, asked);
    }

    private static void format(ObjectNode session, String side) throws ProtocolError {
        if (!(session.at("/audio/" + side) instanceof ObjectNode audio) || !audio.has("format")) {
            return;
        }
        String path = "session.audio." + side + ".format";
        JsonNode format = audio.get("format");
        if (format.isTextual()) {
            String type = WORDS.get(format.textValue());
            if (type == null) {
                throw ClientMessage.notOneOf(path, format.textValue(), WORDS.keySet());
            }
            ObjectNode spelt = audio.putObject("format").put("type", type);
            if (type.equals("audio/pcm")) {
                spelt.put("rate", 24_000);
            }
        } else if (format.has("rate") && !RATES.contains(format.path("rate").asInt())) {
            throw ProtocolError.invalidValue(path + ".rate", "The practice agent has 8000, 16000 and 24000 Hz.");
        }
    }

    /** By energy, whatever is asked for. */
    private static void detection(ObjectNode session) {
        if (session.at("/audio/input/turn_detection") instanceof ObjectNode asked
                && asked.path("type").asText().equals("semantic_vad")) {
            asked.remove("eagerness");
            asked.put("type", "server_vad");
        }
    }

    private static void transcription(ObjectNode session) throws ProtocolError {
        JsonNode model = session.at("/audio/input/transcription/model");
        if (!model.isMissingNode() && !model.asText().contains("/")) {
            throw ProtocolError.invalidValue(
                    "session.audio.input.transcription.model",
                    "Unknown model '" + model.asText() + "': it is called provider/model.");
        }
    }

    @Override
    public List<ObjectNode> outgoing(ObjectNode event) {
        String type = event.path("type").asText();
        if (type.equals("rate_limits.updated")) {
            return List.of();
        }
        ObjectNode spelt = event.deepCopy();
        if (type.equals("response.function_call_arguments.done")) {
            spelt.remove("name");
        }
        if (spelt.get("session") instanceof ObjectNode session) {
            merge(session, given);
        }
        if (type.equals("response.done") && spelt.get("response") instanceof ObjectNode response) {
            spelt.set("usage", response.remove("usage"));
        }
        if (spelt.at("/response/status_details/error/code").asText().equals("server_error")) {
            return List.of(broken(), spelt);
        }
        return variant ? varied(type, spelt) : List.of(spelt);
    }

    /** The content stream broke: reported beside the response that it broke. */
    private static ObjectNode broken() {
        ObjectNode event = JSON.objectNode().put("type", "error").put("message", "The content stream broke.");
        event.putObject("error").put("type", "server_error").put("code", "server_error");
        return event;
    }

    /** Errors with their words beside them, audio by its older name, and the agent's words twice. */
    private static List<ObjectNode> varied(String type, ObjectNode event) {
        if (event.get("error") instanceof ObjectNode error) {
            event.set("message", error.remove("message"));
        }
        if (type.equals("response.output_audio.delta")) {
            event.put("type", "response.audio.delta");
        }
        if (!type.startsWith("response.output_audio_transcript")) {
            return List.of(event);
        }
        ObjectNode text = event.deepCopy();
        text.put("type", type.replace("audio_transcript", "text"));
        if (text.has("transcript")) {
            text.set("text", text.remove("transcript"));
        }
        return List.of(event, text);
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            if (into.get(field.getKey()) instanceof ObjectNode inner
                    && field.getValue() instanceof ObjectNode more
                    && !field.getKey().equals("format")) {
                merge(inner, more);
            } else {
                into.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }
}
