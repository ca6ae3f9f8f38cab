package dev.sidetone.bridge.agent.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentMemory;
import dev.sidetone.bridge.agent.AgentPort;
import dev.sidetone.bridge.agent.RecentIds;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.agent.WireSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tool calls that wait for their results. Those of one message are answered in one message, once each has its result or was cancelled; a
 * cancelled one is never answered. On the call's event loop.
 */
final class GeminiCalls {
    /** The calls of one message. */
    private static final class Batch {
        private final Set<String> open = new HashSet<>();
        private final List<ObjectNode> results = new ArrayList<>();
    }

    /** A call that has no result yet. */
    private record Waiting(String name, Batch batch) {}

    private final WireSettings settings;
    private final RecentIds reported = new RecentIds(AgentMemory.IDS);
    /** By id; bounded by {@link AgentMemory}, which ends a session with too many. */
    private final Map<String, Waiting> waiting = new HashMap<>();

    GeminiCalls(WireSettings settings) {
        this.settings = settings;
    }

    /** Reads {@code functionCalls}. */
    void read(JsonNode functionCalls, AgentPort port, long atNs) {
        Batch batch = new Batch();
        List<AgentEvent> called = new ArrayList<>();
        for (JsonNode call : functionCalls) {
            String id = GeminiMessages.text(call.path("id"));
            String name = GeminiMessages.text(call.path("name"));
            AgentFailure tooLong = AgentMemory.ofCall(id, name);
            if (tooLong != null) {
                port.report(new AgentEvent.Failed(atNs, tooLong));
                return;
            }
            if (id.isEmpty() || reported.add(id)) {
                if (!id.isEmpty()) {
                    batch.open.add(id);
                    waiting.put(id, new Waiting(name, batch));
                }
                JsonNode args = call.path("args");
                called.add(new AgentEvent.ToolCalled(atNs, id, name, args.isObject() ? args.toString() : "{}"));
            }
        }
        // Not before all are known: a tool may answer at once.
        called.forEach(port::report);
    }

    /** Reads the ids of calls that are void: the caller spoke, and the agent has forgotten them. */
    void cancel(JsonNode ids, AgentPort port) {
        for (JsonNode id : ids) {
            Waiting call = waiting.remove(GeminiMessages.text(id));
            if (call != null) {
                call.batch.open.remove(id.textValue());
                goOn(call.batch, port);
            }
        }
    }

    void give(ToolResult result, AgentPort port) {
        Waiting call = waiting.remove(result.callId());
        if (call == null) {
            return;
        }
        Batch batch = call.batch;
        batch.open.remove(result.callId());
        batch.results.add(GeminiMessages.functionResponse(call.name, result, settings));
        goOn(batch, port);
    }

    private static void goOn(Batch batch, AgentPort port) {
        if (batch.open.isEmpty() && !batch.results.isEmpty()) {
            port.send(GeminiMessages.toolResponse(batch.results));
        }
    }
}
