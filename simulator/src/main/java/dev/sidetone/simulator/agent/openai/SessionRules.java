package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.ValueCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a {@code session.update} of the GA wire may contain, and what of that the practice agent can do: a wish that it cannot fulfil is
 * refused in so many words, never swallowed. Stateless, for any thread.
 */
final class SessionRules {
    static final String MULAW = "audio/pcmu";

    private static final List<String> FORMATS = List.of("audio/pcm", MULAW, "audio/pcma");
    private static final List<String> VOICES =
            List.of("alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar");
    private static final Set<String> SECTIONS =
            Set.of("session", "session.audio", "session.audio.input", "session.audio.output");
    private static final Set<String> SERVER_VAD = Set.of(
            "type",
            "threshold",
            "prefix_padding_ms",
            "silence_duration_ms",
            "idle_timeout_ms",
            "create_response",
            "interrupt_response");

    private static final ValueCheck TEXT = ValueCheck.is("a string", JsonNode::isTextual);
    private static final ValueCheck FLAG = ValueCheck.is("a boolean", JsonNode::isBoolean);
    private static final ValueCheck LIST = ValueCheck.is("a list or null", value -> value.isArray() || value.isNull());
    private static final ValueCheck OBJECT =
            ValueCheck.is("an object or null", value -> value.isObject() || value.isNull());
    private static final ValueCheck OBJECT_OR_WORD = ValueCheck.is(
            "an object, a word or null", value -> value.isObject() || value.isTextual() || value.isNull());

    private static final Map<String, ValueCheck> CHECKS = Map.ofEntries(
            Map.entry("session.type", (path, value) -> ValueCheck.oneOf(path, value, List.of("realtime"))),
            Map.entry("session.model", TEXT),
            Map.entry("session.output_modalities", SessionRules::modalities),
            Map.entry("session.instructions", TEXT),
            Map.entry("session.tools", SessionRules::tools),
            Map.entry("session.tool_choice", OBJECT_OR_WORD),
            Map.entry("session.parallel_tool_calls", FLAG),
            Map.entry("session.max_output_tokens", SessionRules::maxTokens),
            Map.entry("session.tracing", OBJECT_OR_WORD),
            Map.entry("session.truncation", OBJECT_OR_WORD),
            Map.entry("session.prompt", OBJECT),
            Map.entry("session.reasoning", OBJECT),
            Map.entry("session.include", LIST),
            Map.entry("session.audio.input.format", SessionRules::format),
            Map.entry("session.audio.input.noise_reduction", SessionRules::noiseReduction),
            Map.entry("session.audio.input.transcription", OBJECT),
            Map.entry("session.audio.input.turn_detection", SessionRules::turnDetection),
            Map.entry("session.audio.output.format", SessionRules::format),
            Map.entry("session.audio.output.voice", SessionRules::voice),
            Map.entry("session.audio.output.speed", SessionRules::speed));

    private SessionRules() {}

    /** Throws at the first thing in {@code session} that is not allowed. */
    static void check(ObjectNode session) throws ProtocolError {
        ClientMessage.string(session, "session", "type");
        checkSection("session", session);
    }

    /** Whether {@code path} has parts that are set one by one; all else is replaced as a whole. */
    static boolean isSection(String path) {
        return SECTIONS.contains(path);
    }

    private static void checkSection(String path, ObjectNode section) throws ProtocolError {
        for (Map.Entry<String, JsonNode> field : section.properties()) {
            String inner = path + "." + field.getKey();
            ValueCheck check = CHECKS.get(inner);
            if (isSection(inner)) {
                ValueCheck.is("an object", JsonNode::isObject).check(inner, field.getValue());
                checkSection(inner, (ObjectNode) field.getValue());
            } else if (check == null) {
                throw ProtocolError.unknown(inner);
            } else {
                check.check(inner, field.getValue());
            }
        }
    }

    private static void format(String path, JsonNode value) throws ProtocolError {
        ObjectNode format = ValueCheck.object(path, value, Set.of("type", "rate"));
        String type = ClientMessage.string(format, path, "type");
        if (!FORMATS.contains(type)) {
            throw ClientMessage.notOneOf(path + ".type", type, FORMATS);
        }
        if (type.equals("audio/pcma")) {
            throw ProtocolError.invalidValue(
                    path + ".type", "The practice agent speaks no A-law: ask for '" + MULAW + "' or 'audio/pcm'.");
        }
        if (type.equals(MULAW) && format.has("rate")) {
            throw ProtocolError.unknown(path + ".rate");
        }
    }

    private static void voice(String path, JsonNode value) throws ProtocolError {
        if (value.isObject() && value.path("id").isTextual()) {
            return;
        }
        ValueCheck.oneOf(path, value, VOICES);
    }

    private static void speed(String path, JsonNode value) throws ProtocolError {
        ValueCheck.is("a number", JsonNode::isNumber).check(path, value);
        if (value.doubleValue() != 1) {
            throw ProtocolError.invalidValue(path, "The practice agent speaks at speed 1.0 only.");
        }
    }

    private static void modalities(String path, JsonNode value) throws ProtocolError {
        List<String> asked = new ArrayList<>();
        value.forEach(each -> asked.add(each.asText()));
        if (!value.isArray() || !asked.equals(List.of("audio"))) {
            throw ProtocolError.invalidValue(
                    path, "Invalid modalities: " + value + ". The practice agent offers ['audio'].");
        }
    }

    private static void maxTokens(String path, JsonNode value) throws ProtocolError {
        boolean number = value.isInt() && value.intValue() >= 1 && value.intValue() <= 4096;
        if (!number && !value.asText().equals("inf")) {
            throw ProtocolError.invalidValue(path, "Invalid '" + path + "': expected 1 to 4096 or 'inf'.");
        }
    }

    private static void noiseReduction(String path, JsonNode value) throws ProtocolError {
        if (!value.isNull()) {
            ValueCheck.oneOf(
                    path + ".type",
                    ValueCheck.object(path, value, Set.of("type")).path("type"),
                    List.of("near_field", "far_field"));
        }
    }

    private static void turnDetection(String path, JsonNode value) throws ProtocolError {
        if (value.isNull()) {
            return;
        }
        ValueCheck.is("an object or null", JsonNode::isObject).check(path, value);
        String type = ClientMessage.string((ObjectNode) value, path, "type");
        if (type.equals("semantic_vad")) {
            throw ProtocolError.invalidValue(path + ".type", "The practice agent has 'server_vad' only.");
        }
        ValueCheck.oneOf(path + ".type", value.path("type"), List.of("server_vad", "semantic_vad"));
        ValueCheck.object(path, value, SERVER_VAD);
        ValueCheck.optional(
                path,
                value,
                "threshold",
                ValueCheck.is("0 to 1", each -> each.isNumber() && each.doubleValue() >= 0 && each.doubleValue() <= 1));
        ValueCheck.optional(path, value, "prefix_padding_ms", ValueCheck.is("milliseconds", ValueCheck::isCount));
        ValueCheck.optional(path, value, "silence_duration_ms", ValueCheck.is("milliseconds", ValueCheck::isCount));
        ValueCheck.optional(path, value, "create_response", FLAG);
        ValueCheck.optional(path, value, "interrupt_response", FLAG);
        ValueCheck.optional(
                path, value, "idle_timeout_ms", ValueCheck.is("null: the practice agent waits", JsonNode::isNull));
    }

    private static void tools(String path, JsonNode value) throws ProtocolError {
        ValueCheck.is("a list", JsonNode::isArray).check(path, value);
        for (int i = 0; i < value.size(); i++) {
            String at = path + "[" + i + "]";
            ValueCheck.is("an object", JsonNode::isObject).check(at, value.get(i));
            ValueCheck.oneOf(at + ".type", value.get(i).path("type"), List.of("function", "mcp"));
            if (value.get(i).path("type").asText().equals("function")) {
                ClientMessage.string((ObjectNode) value.get(i), at, "name");
            }
        }
    }
}
