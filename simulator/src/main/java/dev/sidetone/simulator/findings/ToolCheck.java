package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds tool calls without a result: once per tool call after ten seconds, again at the end of the phone call if there never was one, and
 * when the result was a failure. Needs the embedded bridge; an order, which has no id, needs no result.
 */
final class ToolCheck implements Check {
    private static final long S_NS = 1_000_000_000L;
    private static final long PATIENCE_NS = AgentFindings.TOOL_S * S_NS;

    private final Map<String, Fact.ToolCalled> waiting = new LinkedHashMap<>();
    private final Set<String> reported = new HashSet<>();
    private long nowNs;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        nowNs = fact.atNs();
        if (fact instanceof Fact.ToolCalled called && !called.callId().isEmpty()) {
            waiting.put(called.callId(), called);
        } else if (fact instanceof Fact.ToolAnswered answered && waiting.remove(answered.callId()) != null) {
            reported.remove(answered.callId());
            if (answered.failed()) {
                found.accept(AgentFindings.toolFailed(answered.tool(), answered.result()));
            }
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard, Consumer<Finding> found) {
        nowNs = tick.atNs();
        for (Fact.ToolCalled called : waiting.values()) {
            if (hasWaitedLong(called) && reported.add(called.callId())) {
                found.accept(AgentFindings.toolWithoutResult(called.tool(), AgentFindings.TOOL_S));
            }
        }
    }

    /** A tool that ends sooner than it counts as late was not missed. */
    @Override
    public void judge(CallResult call, @Nullable Double endedAtMs, Consumer<Finding> found) {
        for (Fact.ToolCalled called : waiting.values()) {
            if (hasWaitedLong(called)) {
                found.accept(AgentFindings.toolNeverAnswered(called.tool(), (nowNs - called.atNs()) / S_NS));
            }
        }
    }

    private boolean hasWaitedLong(Fact.ToolCalled called) {
        return nowNs - called.atNs() >= PATIENCE_NS;
    }
}
