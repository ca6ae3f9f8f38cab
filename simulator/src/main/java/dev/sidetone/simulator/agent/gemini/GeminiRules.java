package dev.sidetone.simulator.agent.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.ValueCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for a {@code setup} of the Gemini Live API. Stateless, for any thread. Source: its reference and client libraries. */
final class GeminiRules {
    private static final Set<String> SETUP = Set.of(
            "model",
            "generationConfig",
            "systemInstruction",
            "tools",
            "realtimeInputConfig",
            "inputAudioTranscription",
            "outputAudioTranscription",
            "proactivity",
            "historyConfig",
            "sessionResumption",
            "contextWindowCompression",
            "safetySettings",
            "avatarConfig");
    private static final Set<String> GENERATION = Set.of(
            "responseModalities",
            "temperature",
            "topP",
            "topK",
            "maxOutputTokens",
            "seed",
            "mediaResolution",
            "speechConfig",
            "thinkingConfig",
            "enableAffectiveDialog",
            "translationConfig");
    private static final Set<String> INPUT = Set.of("automaticActivityDetection", "activityHandling", "turnCoverage");
    private static final Set<String> DETECTION = Set.of(
            "disabled", "startOfSpeechSensitivity", "endOfSpeechSensitivity", "prefixPaddingMs", "silenceDurationMs");
    private static final Set<String> DECLARATION = Set.of(
            "name", "description", "behavior", "parameters", "parametersJsonSchema", "response", "responseJsonSchema");
    private static final Set<String> TOOL = Set.of("functionDeclarations", "googleSearch");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:-]{0,63}");
    private static final List<String> TYPES =
            List.of("STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT", "NULL");

    private static final ValueCheck FLAG = ValueCheck.is("a boolean", JsonNode::isBoolean);
    private static final ValueCheck MS = ValueCheck.is("milliseconds", ValueCheck::isCount);

    private GeminiRules() {}

    /** Throws at the first thing that is not allowed; a model that is not served has the code {@code not_found}. */
    static void check(ObjectNode setup) throws ProtocolError {
        GeminiJson.onlyHas(setup, "setup", SETUP);
        if (!setup.path("model").isTextual()) {
            throw GeminiJson.invalid("setup.model", "model is required");
        }
        String model = setup.path("model").textValue();
        if (!GeminiModels.has(model)) {
            throw new ProtocolError(
                    "not_found",
                    model + " is not found for API version v1beta, or is not supported for bidiGenerateContent.",
                    "setup.model");
        }
        generation(setup.path("generationConfig"), model);
        GeminiJson.text(setup.path("systemInstruction"), "setup.system_instruction");
        tools(setup.path("tools"));
        input(setup.path("realtimeInputConfig"));
        rest(setup, model);
    }

    private static void generation(JsonNode generation, String model) throws ProtocolError {
        if (generation.isMissingNode()) {
            return;
        }
        GeminiJson.onlyHas(generation, "setup.generation_config", GENERATION);
        JsonNode modalities = generation.path("responseModalities");
        if (!modalities.isMissingNode()
                && !(modalities.size() == 1 && JsonText.of(modalities.path(0)).equals("AUDIO"))) {
            throw GeminiJson.invalid(
                    "setup.generation_config.response_modalities", "this model gives AUDIO and nothing else");
        }
        if (GeminiModels.isNewest(model) && generation.has("thinkingConfig")) {
            throw GeminiJson.invalid(
                    "setup.generation_config.thinking_config", "thinking_config is not supported by this model");
        }
        if (!GeminiModels.isOldest(model) && generation.has("enableAffectiveDialog")) {
            throw GeminiJson.unknown("enableAffectiveDialog", "setup.generation_config");
        }
        JsonNode voice = generation.at("/speechConfig/voiceConfig/prebuiltVoiceConfig/voiceName");
        if (!voice.isMissingNode() && !GeminiModels.hasVoice(JsonText.of(voice))) {
            throw GeminiJson.invalid(
                    "setup.generation_config.speech_config",
                    "Requested voice api_name '" + JsonText.of(voice) + "' is not available for model " + model);
        }
    }

    private static void tools(JsonNode tools) throws ProtocolError {
        if (tools.isMissingNode()) {
            return;
        }
        ValueCheck.is("a list", JsonNode::isArray).check("setup.tools", tools);
        for (JsonNode tool : tools) {
            GeminiJson.onlyHas(tool, "setup.tools", TOOL);
            for (JsonNode function : tool.path("functionDeclarations")) {
                String path = "setup.tools.function_declarations";
                GeminiJson.onlyHas(function, path, DECLARATION);
                if (!NAME.matcher(JsonText.of(function.path("name"))).matches()) {
                    throw GeminiJson.invalid(
                            path + ".name", "Invalid function name. Must start with a letter or an underscore");
                }
                ValueCheck.optional(
                        path,
                        function,
                        "behavior",
                        (at, value) -> ValueCheck.oneOf(at, value, List.of("BLOCKING", "NON_BLOCKING")));
                if (function.has("parameters")) {
                    schema(function.path("parameters"), path + ".parameters");
                }
            }
        }
    }

    private static void schema(JsonNode schema, String path) throws ProtocolError {
        ValueCheck.oneOf(path + ".type", schema.path("type"), TYPES);
        JsonNode properties = schema.path("properties");
        if (JsonText.of(schema.path("type")).equals("OBJECT") && properties.isEmpty()) {
            throw GeminiJson.invalid(path + ".properties", "should be non-empty for OBJECT type");
        }
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            if (property.getValue().has("type")) {
                ValueCheck.oneOf(
                        path + "." + property.getKey() + ".type",
                        property.getValue().path("type"),
                        TYPES);
            }
        }
    }

    private static void input(JsonNode input) throws ProtocolError {
        if (input.isMissingNode()) {
            return;
        }
        String path = "setup.realtime_input_config";
        GeminiJson.onlyHas(input, path, INPUT);
        oneOf(path, input, "activityHandling", "START_OF_ACTIVITY_INTERRUPTS", "NO_INTERRUPTION");
        oneOf(
                path,
                input,
                "turnCoverage",
                "TURN_INCLUDES_ONLY_ACTIVITY",
                "TURN_INCLUDES_ALL_INPUT",
                "TURN_INCLUDES_AUDIO_ACTIVITY_AND_ALL_VIDEO");
        JsonNode detection = input.path("automaticActivityDetection");
        if (detection.isMissingNode()) {
            return;
        }
        GeminiJson.onlyHas(detection, path + ".automatic_activity_detection", DETECTION);
        ValueCheck.optional(path, detection, "disabled", FLAG);
        ValueCheck.optional(path, detection, "prefixPaddingMs", MS);
        ValueCheck.optional(path, detection, "silenceDurationMs", MS);
        oneOf(path, detection, "startOfSpeechSensitivity", "START_SENSITIVITY_HIGH", "START_SENSITIVITY_LOW");
        oneOf(path, detection, "endOfSpeechSensitivity", "END_SENSITIVITY_HIGH", "END_SENSITIVITY_LOW");
    }

    private static void oneOf(String path, JsonNode node, String field, String... allowed) throws ProtocolError {
        ValueCheck.optional(path, node, field, (at, value) -> ValueCheck.oneOf(at, value, List.of(allowed)));
    }

    private static void rest(ObjectNode setup, String model) throws ProtocolError {
        if (setup.has("sessionResumption")) {
            GeminiJson.onlyHas(setup.path("sessionResumption"), "setup.session_resumption", Set.of("handle"));
        }
        if (setup.has("contextWindowCompression")) {
            GeminiJson.onlyHas(
                    setup.path("contextWindowCompression"),
                    "setup.context_window_compression",
                    Set.of("triggerTokens", "slidingWindow"));
        }
        if (GeminiModels.isNewest(model)
                && !setup.at("/proactivity/proactiveAudio").asBoolean(true)) {
            throw GeminiJson.invalid(
                    "setup.proactivity.proactive_audio", "this model decides by itself whether to answer");
        }
    }
}
