package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.socket.Site;
import dev.sidetone.bridge.socket.WireListener;
import org.jspecify.annotations.Nullable;

/** Who may come in to AssemblyAI's Voice Agent API: everybody, for it refuses on the open wire. */
final class AssemblyAiDoor implements AgentDoor {
    /** 37.5 ms of mu-law, at real-time pace. */
    private static final Pace PACE = Pace.realTime(300);

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
    public Pace pace() {
        return PACE;
    }

    @Override
    public Site.Upgrade.@Nullable Refuse refusal(FakeAgent.Terms terms, Site.Request request) {
        return null;
    }

    @Override
    public WireListener session(Visit visit) {
        return new AssemblyAiSession(visit, left);
    }

    /** Whether a request brings a key that is not the wrong one. */
    static boolean hasKey(Visit visit) {
        String authorization = visit.request().headers().getOrDefault("authorization", "");
        String key = authorization.startsWith("Bearer ") ? authorization.substring(7) : authorization;
        return !key.isBlank() && !key.equals("bad") && !visit.suffers(AgentFault.KEY);
    }
}
