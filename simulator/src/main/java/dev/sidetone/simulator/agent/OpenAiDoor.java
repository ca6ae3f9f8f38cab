package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.socket.Site;
import dev.sidetone.bridge.socket.WireListener;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may come in to OpenAI Realtime, in both shapes, and to Inworld. */
final class OpenAiDoor implements AgentDoor {
    /** How a browser brings its key, which can set no headers. */
    private static final String BROWSER_KEY = "openai-insecure-api-key.";

    private final FakeWire wire;

    OpenAiDoor(FakeWire wire) {
        this.wire = wire;
    }

    @Override
    public String path() {
        return wire == FakeWire.INWORLD ? "/api/v1/realtime/session" : "/v1/realtime";
    }

    @Override
    public Pace pace() {
        return Pace.BURSTS;
    }

    @Override
    public Site.Upgrade.@Nullable Refuse refusal(FakeAgent.Terms terms, Site.Request request) {
        if (terms.suffer(AgentFault.BUSY)) {
            return DoorWords.busy("rate_limit_exceeded", "Too many sessions at once. Try again in a second.");
        }
        if (terms.suffer(AgentFault.UNAUTHORIZED)) {
            return wrongKey();
        }
        if (terms.suffer(AgentFault.FORBIDDEN)) {
            return DoorWords.refusal(403, "model_not_found", "This key has no access to the model.");
        }
        return wire == FakeWire.INWORLD ? inworld(terms, request) : openAi(terms, request);
    }

    @Override
    public WireListener session(Visit visit) {
        return new OpenAiWire(visit);
    }

    /** Whether there is a key at all; if it is right is told after the upgrade. */
    private static Site.Upgrade.@Nullable Refuse openAi(FakeAgent.Terms terms, Site.Request request) {
        if (terms.suffer(AgentFault.BROKEN)) {
            return DoorWords.refusal(500, null, "The server had an error while it processed the request.");
        }
        boolean hasKey = hasKey(request, "Bearer ")
                || request.headers().getOrDefault("sec-websocket-protocol", "").contains(BROWSER_KEY);
        return hasKey ? null : DoorWords.refusal(401, null, "Missing bearer authentication in header");
    }

    private static Site.Upgrade.@Nullable Refuse inworld(FakeAgent.Terms terms, Site.Request request) {
        String authorization = request.headers().getOrDefault("authorization", "");
        if (terms.suffer(AgentFault.KEY) || authorization.equals("Basic bad")) {
            return wrongKey();
        }
        if (!hasKey(request, "Basic ")) {
            return DoorWords.refusal(401, "unauthorized", "This takes Basic authorization with the portal's key.");
        }
        List<String> query = Arrays.asList(String.valueOf(request.query()).split("&", -1));
        boolean named = query.stream().anyMatch(pair -> pair.startsWith("key=") && pair.length() > 4);
        return named && query.contains("protocol=realtime")
                ? null
                : DoorWords.refusal(400, "invalid_request", "The query must have key and protocol=realtime.");
    }

    private static Site.Upgrade.Refuse wrongKey() {
        return DoorWords.refusal(401, "invalid_api_key", "Incorrect API key provided.");
    }

    private static boolean hasKey(Site.Request request, String scheme) {
        String authorization = request.headers().getOrDefault("authorization", "");
        return authorization.startsWith(scheme)
                && !authorization.substring(scheme.length()).isBlank();
    }
}
