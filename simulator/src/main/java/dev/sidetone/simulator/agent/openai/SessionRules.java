package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.ValueCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules for a {@code session.update} of the GA wire: what its page allows is accepted, also where the fake agent does not act on it
 * ({@link NotEmulated}); all else is refused by its path. Stateless, for any thread. Source: the types of OpenAI's client library.
 */
final class SessionRules {
    static final String MULAW = "audio/pcmu";
    static final String ALAW = "audio/pcma";
    /** Of Inworld alone, whose shape turns it away from everybody else. */
    static final String FLOAT = "audio/float32";

    private static final String PCM = "audio/pcm";
    private static final List<String> FORMATS = List.of(PCM, MULAW, ALAW);
    private static final List<String> VOICES =
            List.of("alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar");
    private static final Set<String> SECTIONS =
            Set.of("session", "session.audio", "session.audio.input", "session.audio.output");

    private static final ValueCheck TEXT = ValueCheck.is("a string", JsonNode::isTextual);
    private static final ValueCheck FLAG = ValueCheck.is("a boolean", JsonNode::isBoolean);
    private static final String LOGPROBS = "item.input_audio_transcription.logprobs";
    private static final ValueCheck INCLUDE = ValueCheck.is("null or a list of '" + LOGPROBS + "'", value -> {
        boolean known = value.isArray() || value.isNull();
        for (JsonNode each : value) {
            known &= JsonText.of(each).equals(LOGPROBS);
        }
        return known;
    });
    private static final ValueCheck OBJECT =
            ValueCheck.is("an object or null", value -> value.isObject() || value.isNull());
    private static final ValueCheck TRACING = ValueCheck.is(
            "'auto', an object or null",
            value -> value.isObject() || value.isNull() || JsonText.of(value).equals("auto"));
    private static final Set<String> TRANSCRIPTION =
            Set.of("model", "language", "prompt", "languages", "keywords", "delay");
    private static final double LEAST_SPEED = 0.25;
    private static final double MOST_SPEED = 1.5;

    private static final Map<String, ValueCheck> CHECKS = Map.ofEntries(
            Map.entry("session.type", (path, value) -> ValueCheck.oneOf(path, value, List.of("realtime"))),
            Map.entry("session.model", TEXT),
            Map.entry("session.output_modalities", SessionRules::modalities),
            Map.entry("session.instructions", TEXT),
            Map.entry("session.tools", ToolRules::tools),
            Map.entry("session.tool_choice", ToolRules::choice),
            Map.entry("session.parallel_tool_calls", FLAG),
            Map.entry("session.max_output_tokens", SessionRules::maxTokens),
            Map.entry("session.tracing", TRACING),
            Map.entry("session.truncation", SessionRules::truncation),
            Map.entry("session.prompt", OBJECT),
            Map.entry("session.reasoning", SessionRules::reasoning),
            Map.entry("session.include", INCLUDE),
            Map.entry("session.audio.input.format", SessionRules::format),
            Map.entry("session.audio.input.noise_reduction", SessionRules::noiseReduction),
            Map.entry("session.audio.input.transcription", SessionRules::transcription),
            Map.entry("session.audio.input.turn_detection", DetectionRules::check),
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

    static void format(String path, JsonNode value) throws ProtocolError {
        ObjectNode format = ValueCheck.object(path, value, Set.of("type", "rate"));
        String type = ClientMessage.string(format, path, "type");
        if (!FORMATS.contains(type) && !type.equals(FLOAT)) {
            throw ClientMessage.notOneOf(path + ".type", type, FORMATS);
        }
        boolean pcm = type.equals(PCM) || type.equals(FLOAT);
        if (!pcm && format.has("rate")) {
            throw ProtocolError.unknown(path + ".rate");
        }
        if (pcm && !format.has("rate")) {
            throw ProtocolError.missing(path + ".rate");
        }
    }

    static void voice(String path, JsonNode value) throws ProtocolError {
        if (value.isObject() && value.path("id").isTextual()) {
            return;
        }
        ValueCheck.oneOf(path, value, VOICES);
    }

    private static void speed(String path, JsonNode value) throws ProtocolError {
        boolean spoken = value.isNumber() && value.doubleValue() >= LEAST_SPEED && value.doubleValue() <= MOST_SPEED;
        if (!spoken) {
            throw ProtocolError.invalidValue(
                    path, "Invalid '" + path + "': expected " + LEAST_SPEED + " to " + MOST_SPEED + ".");
        }
    }

    /** Sound or words, never both. */
    static void modalities(String path, JsonNode value) throws ProtocolError {
        String asked = value.toString();
        if (!asked.equals("[\"audio\"]") && !asked.equals("[\"text\"]")) {
            throw ProtocolError.invalidValue(
                    path, "Invalid modalities: " + asked + ". Supported combinations are: ['audio'] and ['text'].");
        }
    }

    static void maxTokens(String path, JsonNode value) throws ProtocolError {
        boolean number = value.isInt() && value.intValue() >= 1 && value.intValue() <= 4096;
        if (!number && !JsonText.of(value).equals("inf")) {
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

    private static void transcription(String path, JsonNode value) throws ProtocolError {
        if (value.isNull()) {
            return;
        }
        JsonNode model = ValueCheck.object(path, value, TRANSCRIPTION).path("model");
        if (!model.isMissingNode() && !OpenAiModels.transcribes(JsonText.of(model))) {
            throw ClientMessage.notOneOf(path + ".model", JsonText.of(model), OpenAiModels.transcribers());
        }
    }

    private static void truncation(String path, JsonNode value) throws ProtocolError {
        if (value.isObject()) {
            ValueCheck.oneOf(path + ".type", value.path("type"), List.of("retention_ratio"));
        } else {
            ValueCheck.oneOf(path, value, List.of("auto", "disabled"));
        }
    }

    static void reasoning(String path, JsonNode value) throws ProtocolError {
        ValueCheck.object(path, value, Set.of("effort"));
        if (value.has("effort")) {
            ValueCheck.oneOf(
                    path + ".effort",
                    value.get("effort"),
                    List.of("none", "minimal", "low", "medium", "high", "xhigh"));
        }
    }
}
