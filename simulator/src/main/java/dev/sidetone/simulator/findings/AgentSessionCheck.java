package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.agent.AgentLog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks one session of a fake agent by the agent's own log: a tool call without a result, a socket that stays open though no audio comes.
 * Reports each once. Owned by one thread, which calls it now and then.
 */
public final class AgentSessionCheck {
    private static final long S_NS = 1_000_000_000L;
    private static final long SILENT_S = 15;

    private final AgentLog log;
    private final Set<String> toolsReported = new HashSet<>();
    private boolean openReported;

    public AgentSessionCheck(AgentLog log) {
        this.log = log;
    }

    /** Returns what is wrong by now and was not reported before; nothing once the socket is closed. */
    public List<Finding> check(long nowNs) {
        List<Finding> found = new ArrayList<>();
        Long heardAtNs = log.openSinceHeardNs();
        if (heardAtNs == null) {
            return found;
        }
        Set<String> answered =
                log.results().stream().map(AgentLog.Result::callId).collect(Collectors.toSet());
        for (AgentLog.ToolCall wish : log.toolCalls()) {
            boolean waits = !wish.callId().isEmpty() && !answered.contains(wish.callId());
            if (waits && nowNs - wish.atNs() >= AgentFindings.TOOL_S * S_NS && toolsReported.add(wish.callId())) {
                found.add(AgentFindings.toolWithoutResult(wish.name(), AgentFindings.TOOL_S));
            }
        }
        if (!openReported && nowNs - heardAtNs >= SILENT_S * S_NS) {
            openReported = true;
            found.add(AgentFindings.leftOpen(SILENT_S));
        }
        return found;
    }
}
