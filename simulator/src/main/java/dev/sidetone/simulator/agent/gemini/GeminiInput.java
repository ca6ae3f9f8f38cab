package dev.sidetone.simulator.agent.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.simulator.agent.KeypadWords;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.SessionAudio;
import dev.sidetone.simulator.agent.SessionContext;
import dev.sidetone.simulator.agent.TurnController;
import dev.sidetone.simulator.agent.WireFormat;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what a client sends in a Gemini session that is set up, as strictly as the service. On the session's loop. */
final class GeminiInput {
    private static final Set<String> KINDS =
            Set.of("audio", "text", "video", "audioStreamEnd", "activityStart", "activityEnd", "mediaChunks");
    private static final Pattern PCM = Pattern.compile("audio/pcm;\\s*rate=(\\d{4,5})", Pattern.CASE_INSENSITIVE);
    private static final int LEAST_HZ = 8_000;
    private static final int MOST_HZ = 48_000;
    private static final int USUAL_HZ = 16_000;

    private final SessionContext context;
    private final GeminiConfig config;
    private final TurnController turns;
    private final GeminiOutput out;
    private SessionAudio sound = sound(USUAL_HZ);
    private int rateHz = USUAL_HZ;
    private boolean active;

    GeminiInput(SessionContext context, GeminiConfig config, TurnController turns, GeminiOutput out) {
        this.context = context;
        this.config = config;
        this.turns = turns;
        this.out = out;
    }

    private static SessionAudio sound(int hz) {
        WireFormat pcm = WireFormat.of(AudioFormat.pcm16(hz));
        return new SessionAudio(pcm, pcm, false);
    }

    void take(ObjectNode message, long atNs) throws ProtocolError {
        if (message.has("realtimeInput")) {
            realtime(GeminiJson.onlyHas(message.path("realtimeInput"), "realtime_input", KINDS), atNs);
        } else if (message.has("clientContent")) {
            content(message.path("clientContent"), atNs);
        } else {
            results(message.path("toolResponse"), atNs);
        }
    }

    private void realtime(ObjectNode input, long atNs) throws ProtocolError {
        if (input.size() != 1) {
            throw GeminiJson.invalid("realtime_input", "expected exactly one kind of input");
        }
        switch (input.fieldNames().next()) {
            case "audio" -> hear(input.path("audio"), atNs);
            case "text" -> read(input.path("text"), atNs);
            case "audioStreamEnd" -> streamEnd();
            case "activityStart" -> activityStart();
            case "activityEnd" -> activityEnd();
            case "mediaChunks" ->
                throw new ProtocolError(
                        "invalid_argument",
                        "realtime_input.media_chunks is deprecated. Use audio, video, or text instead.",
                        "realtime_input.media_chunks");
            default -> context.log().notEmulated("video: it sees nothing", atNs);
        }
    }

    private void hear(JsonNode audio, long atNs) throws ProtocolError {
        GeminiJson.onlyHas(audio, "realtime_input.audio", Set.of("data", "mimeType"));
        Matcher pcm = PCM.matcher(JsonText.of(audio.path("mimeType")));
        int hz = pcm.matches() ? Integer.parseInt(pcm.group(1)) : 0;
        if (hz < LEAST_HZ || hz > MOST_HZ) {
            throw GeminiJson.invalid(
                    "realtime_input.audio.mime_type",
                    "audio/pcm;rate=16000 is expected, not " + JsonText.of(audio.path("mimeType")));
        }
        if (hz != rateHz) {
            rateHz = hz;
            sound = sound(hz);
        }
        byte[] bytes = bytes(audio.path("data"));
        if (bytes.length % 2 != 0) {
            throw GeminiJson.invalid("realtime_input.audio.data", "half a sample");
        }
        turns.hear(sound.heard(bytes), atNs);
    }

    /** Either alphabet of base64. */
    private static byte[] bytes(JsonNode data) throws ProtocolError {
        try {
            return Base64.getDecoder()
                    .decode(JsonText.of(data).replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException broken) {
            throw GeminiJson.invalid("realtime_input.audio.data", "Base64 decoding failed");
        }
    }

    /** Text is activity: it interrupts, and is answered. */
    private void read(JsonNode text, long atNs) throws ProtocolError {
        if (!text.isTextual()) {
            throw GeminiJson.invalid("realtime_input.text", "expected a string");
        }
        answer(text.textValue(), atNs);
    }

    private void answer(String text, long atNs) {
        interrupt();
        String keys = KeypadWords.keysIn(text);
        if (!keys.isEmpty()) {
            turns.press(keys, atNs);
        }
        turns.ask();
    }

    private void interrupt() {
        if (turns.busy()) {
            turns.cancel();
        } else {
            out.interruptRest();
        }
    }

    private void content(JsonNode content, long atNs) throws ProtocolError {
        GeminiJson.onlyHas(content, "client_content", Set.of("turns", "turnComplete"));
        StringBuilder said = new StringBuilder();
        for (JsonNode turn : content.path("turns")) {
            if (!List.of("user", "model").contains(JsonText.of(turn.path("role")))) {
                throw GeminiJson.invalid("client_content.turns.role", "Please use a valid role: user, model");
            }
            said.append(GeminiJson.text(turn, "client_content.turns")).append(' ');
        }
        if (content.path("turnComplete").asBoolean()) {
            answer(said.toString(), atNs);
        } else {
            interrupt();
        }
    }

    private void streamEnd() throws ProtocolError {
        if (!config.detectsTurns()) {
            throw GeminiJson.invalid("realtime_input.audio_stream_end", "it is for automatic activity detection only");
        }
        turns.forget();
    }

    private void activityStart() throws ProtocolError {
        manual();
        active = true;
        if (config.yields()) {
            interrupt();
        }
    }

    private void activityEnd() throws ProtocolError {
        manual();
        if (!active) {
            throw new ProtocolError("invalid_argument", "No turn to complete", "realtime_input.activity_end");
        }
        active = false;
        turns.ask();
    }

    private void manual() throws ProtocolError {
        if (config.detectsTurns()) {
            throw new ProtocolError(
                    "invalid_argument",
                    "Explicit activity control is not supported when automatic activity detection is enabled.",
                    "realtime_input.activity_start");
        }
    }

    private void results(JsonNode toolResponse, long atNs) throws ProtocolError {
        GeminiToolCalls.Given given = out.calls().take(toolResponse, atNs);
        if (given.next() == null) {
            return;
        }
        turns.resulted(given.failed());
        switch (given.next()) {
            case SILENT -> {}
            case WHEN_IDLE -> turns.ask();
            case INTERRUPT -> {
                interrupt();
                turns.ask();
            }
        }
    }
}
