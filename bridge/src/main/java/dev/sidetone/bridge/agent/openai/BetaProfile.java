package dev.sidetone.bridge.agent.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.Refusals;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** OpenAI Realtime in its older shape, which the service has switched off and compatible servers go on speaking: a flat session. */
final class BetaProfile implements RealtimeProfile {
    private static final long LONGEST_NS = 1_800_000_000_000L;

    private final RealtimeDoor door;
    private final AgentSettings settings;
    private final Refusals refusals;

    BetaProfile(RealtimeDoor door, AgentSettings settings) {
        this.door = door;
        this.settings = settings;
        this.refusals = door.refusals();
    }

    @Override
    public URI url() {
        return door.url(settings.model());
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>(door.headers(settings.headers()));
        headers.put("OpenAI-Beta", "realtime=v1");
        return headers;
    }

    @Override
    public long longestNs() {
        return LONGEST_NS;
    }

    @Override
    public ObjectNode session() {
        ObjectNode session = JsonNodeFactory.instance.objectNode();
        session.putArray("modalities").add("text").add("audio");
        session.put("voice", settings.voice()).put("instructions", settings.instructions());
        String format = settings.audio().mulaw() ? "g711_ulaw" : "pcm16";
        session.put("input_audio_format", format).put("output_audio_format", format);
        session.putObject("input_audio_transcription").put("model", "whisper-1");
        session.set("turn_detection", RealtimeSession.turnDetection(settings));
        RealtimeSession.addTools(session, settings);
        return session;
    }

    @Override
    public boolean saysOtherwise(String param) {
        return false;
    }

    @Override
    public Interruption interruption() {
        return Interruption.TRUNCATE;
    }

    @Override
    public boolean greetsByMessage() {
        return false;
    }

    @Override
    public AgentFailure refusal(String code, String message) {
        return OpenAiRefusals.ofError(refusals, code, message);
    }

    @Override
    public AgentFailure failure(int httpStatus, int closeCode, String reason) {
        return OpenAiRefusals.of(refusals, httpStatus, closeCode, reason);
    }
}
