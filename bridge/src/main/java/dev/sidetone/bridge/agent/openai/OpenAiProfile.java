package dev.sidetone.bridge.agent.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.Refusals;
import dev.sidetone.bridge.agent.WireChoices;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * OpenAI Realtime and the servers that speak it, in its GA shape or in the older one, which OpenAI has switched off and others go on
 * speaking: a flat session, and a header that asks for it.
 */
final class OpenAiProfile implements RealtimeProfile {
    private final RealtimeDoor door;
    private final AgentSettings settings;
    private final WireChoices.Shape shape;
    private final long longestNs;
    private final Refusals refusals;

    /** @param longestNs how long a session may last, or 0 where only the server knows */
    OpenAiProfile(RealtimeDoor door, AgentSettings settings, WireChoices.Shape shape, long longestNs) {
        this.door = door;
        this.settings = settings;
        this.shape = shape;
        this.longestNs = longestNs;
        this.refusals = door.refusals();
    }

    @Override
    public URI url() {
        return door.url(settings.model());
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>(door.headers(settings.headers()));
        if (shape == WireChoices.Shape.BETA) {
            headers.put("OpenAI-Beta", "realtime=v1");
        }
        return headers;
    }

    @Override
    public long longestNs() {
        return longestNs;
    }

    @Override
    public ObjectNode session() {
        return shape == WireChoices.Shape.BETA
                ? RealtimeSession.beta(settings)
                : RealtimeSession.ga(settings, RealtimeSession.format(settings.audio()));
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
