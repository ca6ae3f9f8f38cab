package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.socket.Loop;
import dev.sidetone.bridge.socket.Site;
import dev.sidetone.bridge.socket.WireListener;
import org.jspecify.annotations.Nullable;

/** Who may come in to a fake agent, in its vendor's way. Stateless, for any thread. */
interface AgentDoor {
    /** Where it is. */
    String path();

    /** Whether it is at {@code path} too. */
    default boolean isAt(String path) {
        return path.equals(path());
    }

    /** How often and in what pieces this vendor sends. */
    Pace pace();

    /** The refusal before there is a WebSocket, or null. */
    Site.Upgrade.@Nullable Refuse refusal(FakeAgent.Terms terms, Site.Request request);

    /** The session of one that was let in. */
    WireListener session(Visit visit);

    /**
     * One that comes in.
     *
     * @param number tells it from all others of this agent
     */
    record Visit(FakeAgent.Terms terms, Site.Request request, Loop loop, int number, AgentLog log) {
        boolean suffers(AgentFault fault) {
            return terms.suffer(fault);
        }

        /** The script at the pace of its wire. */
        AgentMind mind(MindListener wire) {
            return new AgentMind(terms, pace(), loop, log, wire);
        }

        private Pace pace() {
            return terms.wire().door().pace();
        }
    }
}
