package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.socket.Site;
import dev.sidetone.bridge.socket.WireListener;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may come in to PyAI Omni. Whether the key, a sub-protocol, is right it tells on the open wire. */
final class OmniDoor implements AgentDoor {
    /** 150 ms at real-time pace. */
    private static final Pace PACE = Pace.realTime(1_200);

    private static final List<String> RATES = List.of("8000", "16000", "24000");
    private static final String KEY = "pyai-key.";
    private static final int MOST_LABEL = 256;
    private static final Map<AgentFault, Site.Upgrade.Refuse> CLOSED = new EnumMap<>(Map.of(
            AgentFault.BUSY,
            DoorWords.busy("concurrency_limit_exceeded", "Too many sessions at once."),
            AgentFault.UNAUTHORIZED,
            DoorWords.refusal(401, "unauthorized", "The key is not valid."),
            AgentFault.FORBIDDEN,
            DoorWords.refusal(403, "forbidden", "The key lacks the scope omni:session."),
            AgentFault.QUOTA,
            DoorWords.refusal(402, "credit_exhausted", "There is no credit left.")));

    private final FakeWire wire;

    OmniDoor(FakeWire wire) {
        this.wire = wire;
    }

    @Override
    public String path() {
        return "/v1/omni";
    }

    @Override
    public Pace pace() {
        return PACE;
    }

    @Override
    public Site.Upgrade.@Nullable Refuse refusal(FakeAgent.Terms terms, Site.Request request) {
        for (Map.Entry<AgentFault, Site.Upgrade.Refuse> closed : CLOSED.entrySet()) {
            if (terms.suffer(closed.getKey())) {
                return closed.getValue();
            }
        }
        if (!value(request, "format").equals("pcm16")) {
            return DoorWords.refusal(400, "invalid_format", "The query must have format=pcm16.");
        }
        if (!RATES.contains(value(request, "rate"))) {
            return DoorWords.refusal(400, "invalid_rate", "The query must have a rate of " + RATES + ".");
        }
        return agent(request).length() <= MOST_LABEL
                ? null
                : DoorWords.refusal(400, "invalid_agent_id", "A label has at most " + MOST_LABEL + " characters.");
    }

    @Override
    public WireListener session(Visit visit) {
        return new OmniSession(visit, wire == FakeWire.OMNI_V2);
    }

    /** The code to close with for the key that {@code request} brings, or 0 if it may stay. */
    static int verdict(Visit visit) {
        String key = key(visit.request());
        if (key.isEmpty() || key.equals("bad") || visit.suffers(AgentFault.KEY)) {
            return 4401;
        }
        return key.equals("no-scope") ? 4403 : 0;
    }

    static int rateHz(Site.Request request) {
        return Integer.parseInt(value(request, "rate"));
    }

    /** What the query calls the session's agent, or nothing. */
    static String agent(Site.Request request) {
        String label = value(request, "session_label");
        return label.isEmpty() ? value(request, "agent_id") : label;
    }

    private static String key(Site.Request request) {
        String offered = request.headers().getOrDefault("sec-websocket-protocol", "");
        return Arrays.stream(offered.split(",", -1))
                .map(String::strip)
                .filter(each -> each.startsWith(KEY))
                .map(each -> each.substring(KEY.length()))
                .findFirst()
                .orElse(value(request, "api_key"));
    }

    private static String value(Site.Request request, String name) {
        for (String pair : String.valueOf(request.query()).split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }
}
