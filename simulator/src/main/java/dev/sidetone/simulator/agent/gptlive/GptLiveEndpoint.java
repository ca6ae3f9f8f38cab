package dev.sidetone.simulator.agent.gptlive;

import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.FakeEndpoint;
import dev.sidetone.simulator.agent.HttpRefusals;
import dev.sidetone.simulator.agent.Pacing;
import dev.sidetone.simulator.agent.SessionContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The endpoint of GPT-Live: a path without a query, behind a key. Stateless. */
final class GptLiveEndpoint implements FakeEndpoint {
    private static final String BEARER = "Bearer ";

    @Override
    public String path() {
        return "/v1/live/sessions";
    }

    /** The pieces in which the voice comes to the track, which sends 100 ms at a time. */
    @Override
    public Pacing pacing() {
        return Pacing.realTime(LiveVoice.PIECE);
    }

    @Override
    public RequestHandler.Upgrade.@Nullable Refuse refusal(Set<AgentFault> injected, RequestHandler.Request request) {
        if (injected.contains(AgentFault.BUSY)) {
            return HttpRefusals.busy("rate_limit_exceeded", "Too many sessions at once. Try again in a second.");
        }
        if (injected.contains(AgentFault.FORBIDDEN)) {
            return HttpRefusals.refusal(403, "model_not_found", "This key has no access to the model.");
        }
        if (injected.contains(AgentFault.BROKEN)) {
            return HttpRefusals.refusal(500, null, "The server had an error while it processed the request.");
        }
        if (!HttpRefusals.hasKey(request, BEARER)) {
            return HttpRefusals.refusal(401, null, "Missing bearer authentication in header");
        }
        boolean wrong = request.headers().getOrDefault("authorization", "").equals(BEARER + "bad");
        if (wrong || injected.contains(AgentFault.KEY) || injected.contains(AgentFault.UNAUTHORIZED)) {
            return HttpRefusals.refusal(401, "invalid_api_key", "Incorrect API key provided.");
        }
        String query = request.query();
        return query == null || query.isEmpty()
                ? null
                : HttpRefusals.refusal(
                        400, "unknown_parameter", "This address takes no query: name the model in session.start.");
    }

    @Override
    public ConnectionListener session(SessionContext context) {
        return new GptLiveSession(context);
    }
}
