package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.socket.Site;
import dev.sidetone.bridge.socket.WireListener;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may come in to OpenAI Realtime, in both shapes, and to Inworld. */
final class OpenAiDoor implements AgentDoor {
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
        if (terms.faults().contains(AgentFault.BUSY)) {
            return new Site.Upgrade.Refuse(429, "too many sessions");
        }
        return wire == FakeWire.INWORLD ? inworld(terms, request) : openAi(request);
    }

    @Override
    public WireListener session(Visit visit) {
        return new OpenAiWire(visit);
    }

    /** Whether there is a key at all; if it is right is told after the upgrade. */
    private static Site.Upgrade.@Nullable Refuse openAi(Site.Request request) {
        return hasKey(request, "Bearer ")
                ? null
                : new Site.Upgrade.Refuse(401, "missing bearer authentication in header");
    }

    private static Site.Upgrade.@Nullable Refuse inworld(FakeAgent.Terms terms, Site.Request request) {
        boolean wrong = terms.faults().contains(AgentFault.KEY)
                || request.headers().getOrDefault("authorization", "").equals("Basic bad");
        if (wrong || !hasKey(request, "Basic ")) {
            return new Site.Upgrade.Refuse(401, "this takes Basic authorization with the portal's key");
        }
        List<String> query = Arrays.asList(String.valueOf(request.query()).split("&", -1));
        boolean named = query.stream().anyMatch(pair -> pair.startsWith("key=") && pair.length() > 4);
        return named && query.contains("protocol=realtime")
                ? null
                : new Site.Upgrade.Refuse(400, "the query must have key and protocol=realtime");
    }

    private static boolean hasKey(Site.Request request, String scheme) {
        String authorization = request.headers().getOrDefault("authorization", "");
        return authorization.startsWith(scheme)
                && !authorization.substring(scheme.length()).isBlank();
    }
}
