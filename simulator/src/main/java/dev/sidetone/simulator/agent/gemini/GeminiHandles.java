package dev.sidetone.simulator.agent.gemini;

import dev.sidetone.simulator.agent.ProtocolError;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The handles by which Gemini sessions can be resumed. One per agent; any session's loop asks it, so it is locked. */
final class GeminiHandles {
    private static final long LIFE_NS = 2 * 3_600_000_000_000L;
    private static final int MOST = 1_024;

    /** A session at the moment of its handle. */
    private record Resumable(int session, long atNs) {}

    private final Map<String, Resumable> handles = new LinkedHashMap<>();
    private final Set<Integer> open = new HashSet<>();

    synchronized void opened(int session) {
        open.add(session);
    }

    synchronized void closed(int session) {
        open.remove(session);
    }

    synchronized void give(String handle, int session, long nowNs) {
        handles.put(handle, new Resumable(session, nowNs));
        if (handles.size() > MOST) {
            handles.remove(handles.keySet().iterator().next());
        }
    }

    /** Takes up the session of {@code handle}. Its errors have the codes {@code not_found}, and {@code still_open} for one that is connected. */
    synchronized void resume(String handle, long nowNs) throws ProtocolError {
        Resumable session = handles.get(handle);
        if (session == null || nowNs - session.atNs() > LIFE_NS) {
            throw new ProtocolError(
                    "not_found", "BidiGenerateContent session not found", "setup.session_resumption.handle");
        }
        if (open.contains(session.session())) {
            throw new ProtocolError("still_open", "Internal error encountered.", "setup.session_resumption.handle");
        }
    }
}
