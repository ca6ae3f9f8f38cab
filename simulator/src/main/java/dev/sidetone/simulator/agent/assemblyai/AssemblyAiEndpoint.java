package dev.sidetone.simulator.agent.assemblyai;

import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.FakeEndpoint;
import dev.sidetone.simulator.agent.Pacing;
import dev.sidetone.simulator.agent.SessionContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The endpoint of AssemblyAI's Voice Agent API, which lets every request in and refuses on the open wire. One per agent. */
final class AssemblyAiEndpoint implements FakeEndpoint {
    /** 37.5 ms of mu-law, at real-time pace. */
    private static final Pacing PACE = Pacing.realTime(300);

    private final ResumableSessions left = new ResumableSessions();

    @Override
    public String path() {
        return "/v1/ws";
    }

    @Override
    public boolean isAt(String path) {
        return path.equals(path()) || path.equals("/v1/realtime");
    }

    @Override
    public Pacing pacing() {
        return PACE;
    }

    @Override
    public RequestHandler.Upgrade.@Nullable Refuse refusal(Set<AgentFault> injected, RequestHandler.Request request) {
        return null;
    }

    @Override
    public ConnectionListener session(SessionContext context) {
        return new AssemblyAiSession(context, left);
    }

    /** Whether a request brings a key that is not the wrong one. */
    static boolean hasKey(SessionContext context) {
        String authorization = context.request().headers().getOrDefault("authorization", "");
        String key = authorization.startsWith("Bearer ") ? authorization.substring(7) : authorization;
        if (key.isBlank()) {
            key = token(context.request());
        }
        return !key.isBlank() && !key.equals("bad") && !context.isInjected(AgentFault.KEY);
    }

    /** The token of a browser, which can set no headers. */
    private static String token(RequestHandler.Request request) {
        for (String pair : String.valueOf(request.query()).split("&", -1)) {
            if (pair.startsWith("token=")) {
                return pair.substring(6);
            }
        }
        return "";
    }
}
