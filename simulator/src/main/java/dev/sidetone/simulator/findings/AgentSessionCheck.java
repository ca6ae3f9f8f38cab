package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.agent.AgentLog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a bridge does wrong with one session of a fake agent, by the agent's own log: a tool call without a result, a socket that stays open
 * though nothing comes. Each is told once. Owned by one thread, which looks now and then.
 */
public final class AgentSessionCheck {
    private static final long S_NS = 1_000_000_000L;
    private static final long SILENT_S = 15;

    private final AgentLog log;
    private final Set<String> toolsTold = new HashSet<>();
    private boolean openTold;

    public AgentSessionCheck(AgentLog log) {
        this.log = log;
    }

    /** What is wrong by now and was not told before; nothing once the socket is closed. */
    public List<Finding> look(long nowNs) {
        List<Finding> found = new ArrayList<>();
        Long heardAtNs = log.openSinceHeardNs();
        if (heardAtNs == null) {
            return found;
        }
        Set<String> answered =
                log.results().stream().map(AgentLog.Result::callId).collect(Collectors.toSet());
        for (AgentLog.Wish wish : log.wishes()) {
            boolean waits = !wish.callId().isEmpty() && !answered.contains(wish.callId());
            if (waits && nowNs - wish.atNs() >= AgentFindings.TOOL_S * S_NS && toolsTold.add(wish.callId())) {
                found.add(AgentFindings.toolWithoutResult(wish.name(), AgentFindings.TOOL_S));
            }
        }
        if (!openTold && nowNs - heardAtNs >= SILENT_S * S_NS) {
            openTold = true;
            found.add(AgentFindings.leftOpen(SILENT_S));
        }
        return found;
    }
}
