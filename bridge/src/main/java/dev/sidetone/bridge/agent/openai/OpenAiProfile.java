package dev.sidetone.bridge.agent.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentFailures;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.Handshake;
import dev.sidetone.bridge.agent.WireSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The profile of OpenAI Realtime and of servers that speak it, in the GA shape, in the older beta shape, or as xAI and Azure do. The beta shape
 * has a flat session and a header that asks for it; OpenAI has switched it off, other servers still speak it.
 */
final class OpenAiProfile implements RealtimeProfile {
    /** Of Microsoft's client library in November 2026; the service answers no request without one. */
    private static final String VOICE_LIVE_VERSION = "2026-07-15";

    private final URI endpoint;
    private final String key;
    private final AgentSettings settings;
    private final WireSettings.Shape shape;
    private final long longestNs;
    private final AgentFailures failures;

    /**
     * @param key goes into the handshake and nowhere else; empty for a server that wants none
     * @param keyName the variable that holds it, or the name that people know it by
     * @param longestNs how long a session may last, or 0 where only the server knows
     */
    OpenAiProfile(
            URI endpoint,
            String key,
            String keyName,
            AgentSettings settings,
            WireSettings.Shape shape,
            long longestNs) {
        this.endpoint = endpoint;
        this.key = key;
        this.settings = settings;
        this.shape = shape;
        this.longestNs = longestNs;
        this.failures = new AgentFailures(endpoint.getAuthority(), keyName);
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    /** The model in the URL, the key in a header, unless a header that was set brings it in a form of its own. */
    @Override
    public CompletableFuture<Handshake> handshake() {
        URI url = url();
        Map<String, String> headers = new HashMap<>(settings.headers());
        boolean hasKey = headers.keySet().stream().anyMatch("authorization"::equalsIgnoreCase);
        if (!key.isEmpty() && !hasKey) {
            headers.put("Authorization", "Bearer " + key);
        }
        if (shape == WireSettings.Shape.BETA) {
            headers.put("OpenAI-Beta", "realtime=v1");
        }
        return Handshake.known(url, headers);
    }

    private URI url() {
        String version = shape == WireSettings.Shape.VOICE_LIVE ? "api-version=" + VOICE_LIVE_VERSION : "";
        String model = settings.model().isEmpty()
                ? ""
                : "model=" + URLEncoder.encode(settings.model(), StandardCharsets.UTF_8);
        String query = version + (version.isEmpty() || model.isEmpty() ? "" : "&") + model;
        return query.isEmpty() ? endpoint : URI.create(endpoint + "?" + query);
    }

    @Override
    public boolean beginsWithConversation() {
        return shape == WireSettings.Shape.XAI;
    }

    @Override
    public long longestNs() {
        return longestNs;
    }

    @Override
    public ObjectNode session() {
        return switch (shape) {
            case GA -> RealtimeSession.ga(settings, RealtimeSession::format);
            case BETA -> RealtimeSession.beta(settings);
            case XAI -> RealtimeSession.xai(settings);
            case VOICE_LIVE -> RealtimeSession.voiceLive(settings);
        };
    }

    @Override
    public boolean saysOtherwise(String param) {
        return false;
    }

    @Override
    public Interruption interruption() {
        return shape == WireSettings.Shape.XAI ? Interruption.CANCEL : Interruption.TRUNCATE;
    }

    @Override
    public boolean greetsByMessage() {
        return false;
    }

    @Override
    public AgentFailure refusal(String code, String message) {
        return OpenAiErrors.ofError(failures, code, message);
    }

    @Override
    public AgentFailure failure(int httpStatus, int closeCode, String reason) {
        return OpenAiErrors.of(failures, httpStatus, closeCode, reason);
    }
}
