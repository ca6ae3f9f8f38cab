package dev.sidetone.simulator.agent.inworld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.openai.OpenAiShape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Inworld's spelling: formats in three ways, models and voices of its own, and text beside audio. What it was given it gives back as it
 * was given. Source: Inworld's documentation and examples.
 */
final class InworldShape implements OpenAiShape {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int USUAL_HZ = 24_000;
    private static final Set<Integer> RATES = new TreeSet<>(List.of(8_000, 16_000, USUAL_HZ, 32_000, 44_100, 48_000));
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
    public void incoming(ObjectNode event, Consumer<String> notEmulated) throws ProtocolError {
        if (!(event.get("session") instanceof ObjectNode session)) {
            return;
        }
        model("session.model", session.path("model"));
        ObjectNode asked = session.deepCopy();
        OWN.forEach(session::remove);
        if (!session.has("type")) {
            session.put("type", "realtime");
        }
        if (session.has("output_modalities")) {
            boolean sound = session.path("output_modalities").toString().contains("audio");
            session.putArray("output_modalities").add(sound ? "audio" : "text");
        }
        tools(session, notEmulated);
        format(session, "input");
        format(session, "output");
        if (session.at("/audio/output") instanceof ObjectNode output) {
            if (output.path("speed").asDouble(1) != 1) {
                notEmulated.accept("speed " + JsonText.of(output.path("speed")) + ": it speaks at 1.0");
            }
            output.remove(List.of("model", "voice", "speed"));
        }
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
                spelt.put("rate", USUAL_HZ);
            }
        } else if (format instanceof ObjectNode object) {
            rate(path, object);
        }
    }

    private static void rate(String path, ObjectNode format) throws ProtocolError {
        String type = JsonText.of(format.path("type"));
        if (!format.has("rate") && (type.equals("audio/pcm") || type.equals("audio/float32"))) {
            format.put("rate", USUAL_HZ);
        }
        if (format.has("rate") && !RATES.contains(format.path("rate").asInt())) {
            throw ProtocolError.invalidValue(
                    path + ".rate",
                    "Invalid value: '" + format.path("rate") + "'. Supported values are: " + RATES + ".");
        }
    }

    /** Tools that the service runs by itself are its own affair. */
    private static void tools(ObjectNode session, Consumer<String> notEmulated) {
        if (session.get("tools") instanceof ArrayNode tools) {
            for (int i = tools.size() - 1; i >= 0; i--) {
                String type = JsonText.of(tools.get(i).path("type"));
                if (type.equals("web_search") || type.equals("mcp")) {
                    notEmulated.accept(type + " tools: nothing is searched or asked");
                    tools.remove(i);
                }
            }
        }
    }

    private static void transcription(ObjectNode session) throws ProtocolError {
        model("session.audio.input.transcription.model", session.at("/audio/input/transcription/model"));
        if (session.at("/audio/input/transcription") instanceof ObjectNode asked) {
            asked.removeAll();
        }
    }

    private static void model(String path, JsonNode model) throws ProtocolError {
        if (!model.isMissingNode() && !JsonText.of(model).contains("/")) {
            throw ProtocolError.invalidValue(
                    path, "Unknown model '" + JsonText.of(model) + "': it is called provider/model.");
        }
    }

    @Override
    public List<ObjectNode> outgoing(ObjectNode event) {
        String type = JsonText.of(event.path("type"));
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
        if (JsonText.of(spelt.at("/response/status_details/error/code")).equals("server_error")) {
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
