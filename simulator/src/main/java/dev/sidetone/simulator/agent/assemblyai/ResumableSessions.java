package dev.sidetone.simulator.agent.assemblyai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.agent.ProtocolError;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sessions of AssemblyAI's wire that were left without a word and can be taken up again for a while. One per agent; any session's loop
 * asks it, so it is locked.
 */
final class ResumableSessions {
    private static final long LIFE_NS = 30_000_000_000L;
    private static final int MOST = 256;

    private record Left(ObjectNode config, long atNs) {}

    private final Map<String, Left> left = new LinkedHashMap<>();

    synchronized void leave(String sessionId, ObjectNode config, long nowNs) {
        left.put(sessionId, new Left(config.deepCopy(), nowNs));
        if (left.size() > MOST) {
            left.remove(left.keySet().iterator().next());
        }
    }

    /** The settings of a session that goes on now. */
    synchronized ObjectNode resume(String sessionId, long nowNs) throws ProtocolError {
        Left session = left.remove(sessionId);
        if (session == null) {
            throw new ProtocolError("session_not_found", "There is no session '" + sessionId + "'.", "session_id");
        }
        if (nowNs - session.atNs() > LIFE_NS) {
            throw new ProtocolError("session_expired", "The session was left too long ago.", "session_id");
        }
        return session.config();
    }
}
