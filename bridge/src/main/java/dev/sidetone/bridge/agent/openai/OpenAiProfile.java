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
 * The profile of OpenAI Realtime and of servers that speak it, in the GA shape or in the older beta shape. The beta shape has a flat session
 * and a header that asks for it; OpenAI has switched it off, other servers still speak it.
 */
final class OpenAiProfile implements RealtimeProfile {
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
        String model = settings.model();
        URI url = model.isEmpty()
                ? endpoint
                : URI.create(endpoint + "?model=" + URLEncoder.encode(model, StandardCharsets.UTF_8));
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

    @Override
    public long longestNs() {
        return longestNs;
    }

    @Override
    public ObjectNode session() {
        return shape == WireSettings.Shape.BETA
                ? RealtimeSession.beta(settings)
                : RealtimeSession.ga(settings, RealtimeSession::format);
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
        return OpenAiErrors.ofError(failures, code, message);
    }

    @Override
    public AgentFailure failure(int httpStatus, int closeCode, String reason) {
        return OpenAiErrors.of(failures, httpStatus, closeCode, reason);
    }
}
