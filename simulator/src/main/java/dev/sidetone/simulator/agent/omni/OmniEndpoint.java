package dev.sidetone.simulator.agent.omni;

import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.FakeEndpoint;
import dev.sidetone.simulator.agent.HttpRefusals;
import dev.sidetone.simulator.agent.Pacing;
import dev.sidetone.simulator.agent.SessionContext;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The endpoint of PyAI Omni, whose key is a sub-protocol: a wrong one is let in and closed. Stateless. */
final class OmniEndpoint implements FakeEndpoint {
    /** 150 ms at real-time pace. */
    private static final Pacing PACE = Pacing.realTime(1_200);

    private static final String USUAL_RATE = "24000";
    private static final List<String> RATES = List.of("8000", "16000", USUAL_RATE);
    private static final String KEY = "pyai-key.";
    private static final int MOST_LABEL = 256;
    private static final Map<AgentFault, RequestHandler.Upgrade.Refuse> CLOSED = new EnumMap<>(Map.of(
            AgentFault.BUSY,
            HttpRefusals.busy("concurrency_limit_exceeded", "Too many sessions at once."),
            AgentFault.UNAUTHORIZED,
            HttpRefusals.refusal(401, "unauthorized", "The key is not valid."),
            AgentFault.FORBIDDEN,
            HttpRefusals.refusal(403, "forbidden", "The key lacks the scope omni:session."),
            AgentFault.QUOTA,
            HttpRefusals.refusal(402, "credit_exhausted", "There is no credit left.")));

    private final boolean tagged;

    /** @param tagged which framing it speaks */
    OmniEndpoint(boolean tagged) {
        this.tagged = tagged;
    }

    @Override
    public String path() {
        return "/v1/omni";
    }

    /** The second is of older clients. */
    @Override
    public boolean isAt(String path) {
        return path.equals(path()) || path.equals("/v2/omni/chat");
    }

    @Override
    public Pacing pacing() {
        return PACE;
    }

    @Override
    public RequestHandler.Upgrade.@Nullable Refuse refusal(Set<AgentFault> injected, RequestHandler.Request request) {
        for (Map.Entry<AgentFault, RequestHandler.Upgrade.Refuse> closed : CLOSED.entrySet()) {
            if (injected.contains(closed.getKey())) {
                return closed.getValue();
            }
        }
        if (!List.of("", "pcm16").contains(value(request, "format"))) {
            return HttpRefusals.refusal(400, "invalid_format", "The query must have format=pcm16.");
        }
        if (!RATES.contains(rate(request))) {
            return HttpRefusals.refusal(400, "invalid_rate", "The query must have a rate of " + RATES + ".");
        }
        return agent(request).length() <= MOST_LABEL
                ? null
                : HttpRefusals.refusal(400, "invalid_agent_id", "A label has at most " + MOST_LABEL + " characters.");
    }

    @Override
    public ConnectionListener session(SessionContext context) {
        return new OmniSession(context, tagged);
    }

    /** The code to close with for the key that {@code request} brings, or 0 if it may stay. */
    static int verdict(SessionContext context) {
        String key = key(context.request());
        if (key.isEmpty() || key.equals("bad") || context.isInjected(AgentFault.KEY)) {
            return 4401;
        }
        return key.equals("no-scope") ? 4403 : 0;
    }

    static int rateHz(RequestHandler.Request request) {
        return Integer.parseInt(rate(request));
    }

    private static String rate(RequestHandler.Request request) {
        String asked = value(request, "rate");
        return asked.isEmpty() ? USUAL_RATE : asked;
    }

    /** The agent named by the query, or nothing. */
    static String agent(RequestHandler.Request request) {
        return Stream.of("session_label", "agent_id", "agent")
                .map(name -> value(request, name))
                .filter(label -> !label.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String key(RequestHandler.Request request) {
        String offered = request.headers().getOrDefault("sec-websocket-protocol", "");
        return Arrays.stream(offered.split(",", -1))
                .map(String::strip)
                .filter(each -> each.startsWith(KEY))
                .map(each -> each.substring(KEY.length()))
                .findFirst()
                .orElse(value(request, "api_key"));
    }

    private static String value(RequestHandler.Request request, String name) {
        for (String pair : String.valueOf(request.query()).split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }
}
