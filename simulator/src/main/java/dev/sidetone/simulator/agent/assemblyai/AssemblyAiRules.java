package dev.sidetone.simulator.agent.assemblyai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.ValueCheck;
import dev.sidetone.simulator.agent.WireFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules for AssemblyAI's {@code session.update}. Stateless, for any thread. Source: its session configuration page. */
final class AssemblyAiRules {
    private static final Set<String> SESSION = Set.of("system_prompt", "greeting", "input", "output", "tools");
    private static final Set<String> INPUT = Set.of(
            "type",
            "format",
            "keyterms",
            "turn_detection",
            "transcription_mode",
            "transcription_prompt",
            "language_codes",
            "voice_focus");
    private static final Set<String> OUTPUT = Set.of("type", "format", "voice", "volume");
    private static final Set<String> DETECTION =
            Set.of("vad_threshold", "min_silence", "max_silence", "interrupt_response", "interruption_delay");
    private static final int PCM_HZ = 24_000;
    private static final List<String> ENCODINGS = List.of("audio/pcm", "audio/pcmu", "audio/pcma");
    private static final Set<String> TOOL =
            Set.of("type", "name", "description", "parameters", "execution_mode", "timeout_seconds");
    private static final Set<String> VOICES = Set.of(
            "ivy",
            "claire",
            "dawn",
            "josh",
            "winter",
            "james",
            "alba",
            "anna",
            "charles",
            "estelle",
            "eve",
            "george",
            "giovanni",
            "iris",
            "jane",
            "jean",
            "juergen",
            "lola",
            "mary",
            "michael",
            "paul",
            "rafael",
            "reid",
            "vera");

    private AssemblyAiRules() {}

    /** Throws at the first thing that is not allowed; {@code ready} once the session has begun. */
    static void check(ObjectNode session, boolean ready) throws ProtocolError {
        if (session.has("agent_id")) {
            if (ready || session.size() > 1) {
                throw new ProtocolError("agent_id_not_first", "A stored agent comes first, and alone.", "agent_id");
            }
            throw new ProtocolError("agent_not_found", "The practice agent stores no agents.", "agent_id");
        }
        only(session, "", SESSION);
        if (session.has("greeting")) {
            text(session.get("greeting"), "greeting");
        }
        if (session.has("system_prompt")) {
            text(session.get("system_prompt"), "system_prompt");
        }
        JsonNode input = section(session, "input", INPUT);
        JsonNode output = section(session, "output", OUTPUT);
        format(input.path("format"), "input.format");
        format(output.path("format"), "output.format");
        if (output.has("voice") && !VOICES.contains(JsonText.of(output.path("voice")))) {
            throw ProtocolError.invalidValue(
                    "output.voice", "There is no voice '" + JsonText.of(output.path("voice")) + "'.");
        }
        if (input.has("turn_detection")) {
            ValueCheck.is("an object", JsonNode::isObject).check("input.turn_detection", input.get("turn_detection"));
            only((ObjectNode) input.get("turn_detection"), "input.turn_detection.", DETECTION);
        }
        tools(session.path("tools"));
        if (ready) {
            immutable(session);
        }
    }

    /** The format that {@code side} of the session asks for. */
    static WireFormat format(ObjectNode session, String side) {
        return switch (JsonText.of(session.at("/" + side + "/format/encoding"), "audio/pcm")) {
            case "audio/pcmu" -> WireFormat.MULAW;
            case "audio/pcma" -> WireFormat.ALAW;
            default -> WireFormat.of(AudioFormat.pcm16(PCM_HZ));
        };
    }

    private static void immutable(ObjectNode session) throws ProtocolError {
        for (Map.Entry<String, String> fixed : Map.of(
                        "/greeting", "greeting", "/output/voice", "output.voice", "/output/format", "output.format")
                .entrySet()) {
            if (!session.at(fixed.getKey()).isMissingNode()) {
                throw new ProtocolError("immutable_field", "This cannot be changed any more.", fixed.getValue());
            }
        }
    }

    private static void format(JsonNode format, String path) throws ProtocolError {
        String encoding = JsonText.of(format.path("encoding"), "audio/pcm");
        if (format.has("encoding")) {
            ValueCheck.oneOf(path + ".encoding", format.get("encoding"), ENCODINGS);
        }
        int rateHz = encoding.equals("audio/pcm") ? PCM_HZ : LineFrame.RATE_HZ;
        if (format.has("sample_rate") && format.path("sample_rate").asInt() != rateHz) {
            throw ProtocolError.invalidValue(
                    path + ".sample_rate", "The only rate of '" + encoding + "' is " + rateHz + ".");
        }
    }

    private static void tools(JsonNode tools) throws ProtocolError {
        if (tools.isMissingNode()) {
            return;
        }
        ValueCheck.is("a list", JsonNode::isArray).check("tools", tools);
        for (JsonNode each : tools) {
            ValueCheck.is("an object", JsonNode::isObject).check("tools", each);
            only((ObjectNode) each, "tools.", TOOL);
            ValueCheck.oneOf("tools.type", each.path("type"), List.of("function"));
            text(each.path("name"), "tools.name");
        }
    }

    private static JsonNode section(ObjectNode session, String name, Set<String> fields) throws ProtocolError {
        JsonNode section = session.path(name);
        if (section instanceof ObjectNode object) {
            only(object, name + ".", fields);
            if (object.has("type")) {
                ValueCheck.oneOf(name + ".type", object.get("type"), List.of("audio"));
            }
        } else if (!section.isMissingNode()) {
            throw ProtocolError.invalidValue(name, "Expected an object.");
        }
        return section;
    }

    private static void text(JsonNode value, String path) throws ProtocolError {
        ValueCheck.is("a string", JsonNode::isTextual).check(path, value);
    }

    private static void only(ObjectNode object, String path, Set<String> fields) throws ProtocolError {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!fields.contains(field.getKey())) {
                throw ProtocolError.invalidValue(
                        path + field.getKey(), "Unknown field '" + path + field.getKey() + "'.");
            }
            AssemblyAiLimits.check(path + field.getKey(), field.getValue());
        }
    }

    /** Puts what {@code update} says over what was said before. */
    static void merge(ObjectNode into, ObjectNode update) {
        for (Map.Entry<String, JsonNode> field : update.properties()) {
            if (into.get(field.getKey()) instanceof ObjectNode inner && field.getValue() instanceof ObjectNode more) {
                merge(inner, more);
            } else {
                into.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }
}
