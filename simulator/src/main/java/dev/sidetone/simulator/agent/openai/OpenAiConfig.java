package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.SessionAudio;
import dev.sidetone.simulator.agent.TurnPolicy;
import dev.sidetone.simulator.agent.WireFormat;
import java.util.Map;

/**
 * The session as it is in effect, in the GA shape: the defaults, and what the client has changed of them. Owned by one session, on its
 * loop.
 *
 * <p>How long a silence ends a turn is set in the agent's script, for that is what gets measured; the session shows the time that is set,
 * whatever the client asked for.
 */
final class OpenAiConfig {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TURN_DETECTION = "/audio/input/turn_detection";

    private final ObjectNode session;
    private final long endpointingMs;
    private boolean hasSpoken;
    private boolean inputAgreed;
    private boolean outputAgreed;

    OpenAiConfig(String sessionId, String model, long expiresAt, long endpointingMs) {
        this.endpointingMs = endpointingMs;
        this.session = JSON.objectNode();
        session.put("type", "realtime").put("object", "realtime.session").put("id", sessionId);
        session.put("model", model);
        session.putArray("output_modalities").add("audio");
        session.put("instructions", "");
        session.putArray("tools");
        session.put("tool_choice", "auto").put("max_output_tokens", "inf");
        session.putNull("tracing").put("truncation", "auto").putNull("prompt");
        session.put("expires_at", expiresAt).putNull("include");
        ObjectNode audio = session.putObject("audio");
        ObjectNode input = audio.putObject("input");
        input.putObject("format").put("type", "audio/pcm").put("rate", 24_000);
        input.putNull("transcription").putNull("noise_reduction");
        input.set("turn_detection", DetectionRules.defaults(JSON.objectNode(), "server_vad", endpointingMs));
        ObjectNode output = audio.putObject("output");
        output.putObject("format").put("type", "audio/pcm").put("rate", 24_000);
        output.put("voice", "alloy").put("speed", 1.0);
    }

    /** The whole session, in a copy. */
    ObjectNode effective() {
        return session.deepCopy();
    }

    /** Takes over what {@code update} says, all or nothing of it. */
    void update(ObjectNode update) throws ProtocolError {
        SessionRules.check(update);
        String model = JsonText.of(update.path("model"), model());
        if (!model.equals(model())) {
            throw ProtocolError.invalidValue("session.model", "The model of a session cannot be changed.");
        }
        JsonNode voice = update.at("/audio/output/voice");
        if (hasSpoken && !voice.isMissingNode() && !voice.equals(session.at("/audio/output/voice"))) {
            throw new ProtocolError(
                    "cannot_update_voice",
                    "The voice cannot be changed once it was heard.",
                    "session.audio.output.voice");
        }
        merge("session", session, update);
        inputAgreed |= update.at("/audio/input").has("format");
        outputAgreed |= update.at("/audio/output").has("format");
    }

    /** The silence that the client requests in {@code update}, or the configured one. */
    long askedSilenceMs(ObjectNode update) {
        return update.at(TURN_DETECTION + "/silence_duration_ms").asLong(endpointingMs);
    }

    long endpointingMs() {
        return endpointingMs;
    }

    /** From now on the voice is settled. */
    void spoken() {
        hasSpoken = true;
    }

    String model() {
        return JsonText.of(session.path("model"));
    }

    /** Whether its output format was set; nobody wants the format that a session begins with. */
    boolean speaks() {
        return outputAgreed;
    }

    /** The session's sound as agreed. */
    SessionAudio sound(boolean odd) {
        return new SessionAudio(format("/audio/input/format"), format("/audio/output/format"), odd);
    }

    boolean transcribes() {
        return session.at("/audio/input/transcription").isObject();
    }

    TurnPolicy turnPolicy() {
        JsonNode detection = session.at(TURN_DETECTION);
        return new TurnPolicy(
                inputAgreed && outputAgreed,
                detection.isObject(),
                detection.path("create_response").asBoolean(),
                detection.path("interrupt_response").asBoolean(),
                detection.path("prefix_padding_ms").asLong(),
                0);
    }

    /** Whether answers are words without sound. */
    boolean speaksInText() {
        return JsonText.of(session.at("/output_modalities/0")).equals("text");
    }

    /** The silence after which a caller is spoken to, or 0. */
    long idleTimeoutMs() {
        return session.at(TURN_DETECTION + "/idle_timeout_ms").asLong();
    }

    private WireFormat format(String pointer) {
        JsonNode format = session.at(pointer);
        int rateHz = format.path("rate").asInt(24_000);
        return switch (JsonText.of(format.path("type"))) {
            case SessionRules.MULAW -> WireFormat.MULAW;
            case SessionRules.ALAW -> WireFormat.ALAW;
            case SessionRules.FLOAT -> WireFormat.float32(rateHz);
            default -> WireFormat.of(AudioFormat.pcm16(rateHz));
        };
    }

    private void merge(String path, ObjectNode into, ObjectNode update) {
        for (Map.Entry<String, JsonNode> field : update.properties()) {
            String inner = path + "." + field.getKey();
            if (SessionRules.isSection(inner)) {
                merge(inner, (ObjectNode) into.get(field.getKey()), (ObjectNode) field.getValue());
            } else if (inner.equals("session.audio.input.turn_detection")
                    && field.getValue().isObject()) {
                into.set(field.getKey(), detection(into.get(field.getKey()), (ObjectNode) field.getValue()));
            } else {
                into.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    /** The detection that was, if it is of the kind that is asked for, or that kind's usual one, with what {@code asked} says. */
    private ObjectNode detection(JsonNode before, ObjectNode asked) {
        String type = JsonText.of(asked.path("type"));
        boolean goesOn = JsonText.of(before.path("type")).equals(type);
        ObjectNode detection =
                goesOn ? (ObjectNode) before : DetectionRules.defaults(JSON.objectNode(), type, endpointingMs);
        detection.setAll(asked);
        return type.equals(DetectionRules.BY_MEANING) ? detection : detection.put("silence_duration_ms", endpointingMs);
    }
}
