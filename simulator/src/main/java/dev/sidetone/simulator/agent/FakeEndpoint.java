package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.RequestHandler;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket endpoint of one fake agent, in its vendor's way: its path, the refusals before the upgrade, and its sessions. Used on any
 * of the agent's loops.
 */
public interface FakeEndpoint {
    /** The path on the agent's server. */
    String path();

    /** Whether {@code path} leads here, as older paths of a vendor may. */
    default boolean isAt(String path) {
        return path.equals(path());
    }

    /** The sizes of the pieces in which this vendor sends audio, and how fast it sends them. */
    Pacing pacing();

    /** The refusal of {@code request} before there is a WebSocket, or null. */
    RequestHandler.Upgrade.@Nullable Refuse refusal(Set<AgentFault> injected, RequestHandler.Request request);

    /** The session of a request that was not refused. */
    ConnectionListener session(SessionContext context);
}
