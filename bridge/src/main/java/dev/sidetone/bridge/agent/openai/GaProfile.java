package dev.sidetone.bridge.agent.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.Refusals;
import java.net.URI;
import java.util.Map;

/** OpenAI Realtime in its GA shape, and servers that speak it. */
final class GaProfile implements RealtimeProfile {
    private static final long OPENAI_LONGEST_NS = 3_600_000_000_000L;

    private final RealtimeDoor door;
    private final AgentSettings settings;
    private final Refusals refusals;
    private final boolean openAi;

    /** @param openAi whether it is OpenAI itself, with its transcription models and its limits */
    GaProfile(RealtimeDoor door, AgentSettings settings, boolean openAi) {
        this.door = door;
        this.settings = settings;
        this.refusals = door.refusals();
        this.openAi = openAi;
    }

    @Override
    public URI url() {
        return door.url(settings.model());
    }

    @Override
    public Map<String, String> headers() {
        return door.headers(settings.headers());
    }

    @Override
    public long longestNs() {
        return openAi ? OPENAI_LONGEST_NS : 0;
    }

    @Override
    public ObjectNode session() {
        ObjectNode session = RealtimeSession.ga(settings, RealtimeSession.format(settings.audio()));
        if (openAi) {
            session.withObject("/audio/input").putObject("transcription").put("model", "gpt-4o-mini-transcribe");
        }
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
