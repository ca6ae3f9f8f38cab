package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's spelling before GA: a flat session, formats as words, and other names for what is said. Source: the beta types of OpenAI's
 * client library.
 */
final class BetaShape implements OpenAiShape {
    /** The request header that asks for this shape. */
    static final String HEADER = "openai-beta";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> SESSION = Map.ofEntries(
            Map.entry("model", "/model"),
            Map.entry("speed", "/audio/output/speed"),
            Map.entry("tracing", "/tracing"),
            Map.entry("modalities", "/output_modalities"),
            Map.entry("instructions", "/instructions"),
            Map.entry("voice", "/audio/output/voice"),
            Map.entry("input_audio_format", "/audio/input/format"),
            Map.entry("output_audio_format", "/audio/output/format"),
            Map.entry("input_audio_transcription", "/audio/input/transcription"),
            Map.entry("input_audio_noise_reduction", "/audio/input/noise_reduction"),
            Map.entry("turn_detection", "/audio/input/turn_detection"),
            Map.entry("tools", "/tools"),
            Map.entry("tool_choice", "/tool_choice"),
            Map.entry("max_response_output_tokens", "/max_output_tokens"));
    /** What a response has and a session has not, spelt alike in both shapes. */
    private static final Set<String> OF_RESPONSES = Set.of("conversation", "metadata", "input");

    private static final Map<String, String> FORMATS =
            Map.of("pcm16", "audio/pcm", "g711_ulaw", "audio/pcmu", "g711_alaw", "audio/pcma");

    private double temperature = 0.8;

    @Override
    public @Nullable ProtocolError refusal(RequestHandler.Request request) {
        if (!request.headers().containsKey(HEADER)) {
            return new ProtocolError(
                    "missing_beta_header", "This is the beta: send the header 'OpenAI-Beta: realtime=v1'.", null);
        }
        // Whoever still speaks this shape is no longer OpenAI, and may have one model without a name.
        String model = OpenAiModels.named(request.query());
        return model == null ? null : OpenAiModels.refusal(model);
    }

    @Override
    public void incoming(ObjectNode event, Consumer<String> notEmulated) throws ProtocolError {
        if (event.get("session") instanceof ObjectNode flat) {
            event.set("session", nested("session", flat).put("type", "realtime"));
        }
        if (event.get("response") instanceof ObjectNode response) {
            event.set("response", nested("response", response));
        }
        if (JsonText.of(event.at("/item/role")).equals("assistant")) {
            for (JsonNode part : event.at("/item/content")) {
                String type = JsonText.of(part.path("type"));
                if (part instanceof ObjectNode content && (type.equals("text") || type.equals("audio"))) {
                    content.put("type", "output_" + type);
                }
            }
        }
    }

    private ObjectNode nested(String path, ObjectNode flat) throws ProtocolError {
        ObjectNode session = JSON.objectNode();
        for (Map.Entry<String, JsonNode> field : flat.properties()) {
            String name = field.getKey();
            String pointer = SESSION.get(name);
            if (name.equals("temperature")) {
                temperature(path, field.getValue());
            } else if (path.equals("response") && OF_RESPONSES.contains(name)) {
                session.set(name, field.getValue());
            } else if (pointer == null) {
                throw ProtocolError.unknown(path + "." + name);
            } else {
                put(session, pointer, value(name, field.getValue()));
            }
        }
        return session;
    }

    private void temperature(String path, JsonNode value) throws ProtocolError {
        if (!value.isNumber() || value.doubleValue() < 0.6 || value.doubleValue() > 1.2) {
            throw ProtocolError.invalidValue(path + ".temperature", "Invalid 'temperature': expected 0.6 to 1.2.");
        }
        temperature = value.doubleValue();
    }

    private static JsonNode value(String name, JsonNode value) throws ProtocolError {
        if (name.equals("modalities")) {
            return modalities(value);
        }
        if (!name.endsWith("_audio_format")) {
            return value;
        }
        String type = FORMATS.get(JsonText.of(value));
        if (type == null) {
            throw ClientMessage.notOneOf("session." + name, JsonText.of(value), FORMATS.keySet());
        }
        ObjectNode format = JSON.objectNode().put("type", type);
        return type.equals("audio/pcm") ? format.put("rate", 24_000) : format;
    }

    /** Words alone, or sound, which never comes without its words. */
    private static JsonNode modalities(JsonNode value) throws ProtocolError {
        Set<String> asked = new HashSet<>();
        value.forEach(each -> asked.add(JsonText.of(each)));
        if (!value.isArray()
                || !asked.contains("text")
                || !Set.of("text", "audio").containsAll(asked)) {
            throw ProtocolError.invalidValue(
                    "session.modalities",
                    "Invalid modalities: " + value + ". Supported combinations are: ['text'] and ['audio', 'text'].");
        }
        return JSON.arrayNode().add(asked.contains("audio") ? "audio" : "text");
    }

    private static void put(ObjectNode session, String pointer, JsonNode value) {
        int name = pointer.lastIndexOf('/');
        ObjectNode at = name == 0 ? session : session.withObject(pointer.substring(0, name));
        at.set(pointer.substring(name + 1), value);
    }

    @Override
    public List<ObjectNode> outgoing(ObjectNode event) {
        String type = JsonText.of(event.path("type"));
        if (type.equals("conversation.item.done")) {
            return List.of();
        }
        ObjectNode renamed = event.deepCopy();
        renamed.put(
                "type",
                type.replace("output_audio", "audio")
                        .replace("output_text", "text")
                        .replace("item.added", "item.created"));
        if (type.startsWith("response.output_item")) {
            renamed.put("type", type);
        }
        if (type.equals("response.function_call_arguments.done")) {
            renamed.remove("name");
        }
        if (renamed.get("session") instanceof ObjectNode session) {
            renamed.set("session", flat(session));
        }
        if (renamed.get("response") instanceof ObjectNode response) {
            rename(response);
        }
        spellContent(renamed);
        return type.equals("session.created") ? List.of(renamed, conversation(renamed)) : List.of(renamed);
    }

    private ObjectNode flat(ObjectNode ga) {
        ObjectNode session = JSON.objectNode();
        session.put("object", "realtime.session");
        session.set("id", ga.path("id"));
        session.set("model", ga.path("model"));
        session.set("expires_at", ga.path("expires_at"));
        SESSION.forEach((name, pointer) -> session.set(name, ga.at(pointer)));
        modalities(session, ga.at("/output_modalities/0"));
        session.put("input_audio_format", word(ga.at("/audio/input/format/type")));
        session.put("output_audio_format", word(ga.at("/audio/output/format/type")));
        return session.put("temperature", temperature);
    }

    private static String word(JsonNode type) {
        return FORMATS.entrySet().stream()
                .filter(format -> format.getValue().equals(JsonText.of(type)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static void rename(ObjectNode response) {
        JsonNode audio = response.remove("audio");
        modalities(response, response.at("/output_modalities/0"));
        response.remove("output_modalities");
        response.set("max_response_output_tokens", response.remove("max_output_tokens"));
        if (audio != null) {
            response.set("voice", audio.at("/output/voice"));
            response.put("output_audio_format", word(audio.at("/output/format/type")));
        }
    }

    private static void modalities(ObjectNode to, JsonNode ga) {
        ArrayNode both = to.putArray("modalities").add("text");
        if (!JsonText.of(ga).equals("text")) {
            both.add("audio");
        }
    }

    private static void spellContent(JsonNode node) {
        for (JsonNode part : node.findValues("content")) {
            for (JsonNode each : part) {
                if (each instanceof ObjectNode content) {
                    content.put("type", JsonText.of(content.path("type")).replace("output_", ""));
                }
            }
        }
    }

    private static ObjectNode conversation(ObjectNode created) {
        ObjectNode event = JSON.objectNode().put("type", "conversation.created");
        event.put("event_id", JsonText.of(created.path("event_id")) + "_c");
        event.putObject("conversation").put("id", "conv_1").put("object", "realtime.conversation");
        return event;
    }
}
