package dev.sidetone.bridge.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentMemory;
import dev.sidetone.bridge.agent.RecentIds;
import dev.sidetone.bridge.json.JsonText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The function calls that wait for their results. A service sends one or both of two events for a call, and the function's name in either. One per conversation, on the call's event loop.
 */
final class FunctionCalls {
    /** Of those calls only that are not reported yet. */
    private final Map<String, String> names = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > AgentMemory.IDS;
        }
    };

    private RecentIds reported = new RecentIds(AgentMemory.IDS);
    /** Bounded by {@link AgentMemory}, which ends a session with too many. */
    private final Set<String> open = new HashSet<>();

    /** {@code response.output_item.added}: a call begins. Returns the reason to end the session instead, or null. */
    @Nullable
    AgentFailure added(JsonNode item) {
        if (!isCall(item)) {
            return null;
        }
        String callId = callId(item, "id");
        String name = JsonText.of(item.path("name"));
        AgentFailure tooLong = AgentMemory.ofCall(callId, name);
        if (tooLong == null) {
            names.put(callId, name);
        }
        return tooLong;
    }

    /** {@code response.function_call_arguments.done}. */
    Optional<AgentEvent.ToolCalled> argumentsDone(JsonNode message, long atNs) {
        String callId = callId(message, "item_id");
        String name = JsonText.of(message.path("name"), names.getOrDefault(callId, ""));
        return name.isEmpty() ? Optional.empty() : called(callId, name, message, atNs);
    }

    /** {@code response.output_item.done}. */
    Optional<AgentEvent.ToolCalled> itemDone(JsonNode item, long atNs) {
        return isCall(item) ? called(callId(item, "id"), JsonText.of(item.path("name")), item, atNs) : Optional.empty();
    }

    /** A response is over: what was reported of it is not reported again, and a server with one id for all calls may use it again. */
    void responseOver() {
        reported = new RecentIds(AgentMemory.IDS);
        names.clear();
    }

    /** A result goes to the agent; true if no call of it waits for another. */
    boolean answered(String callId) {
        open.remove(callId);
        return open.isEmpty();
    }

    private Optional<AgentEvent.ToolCalled> called(String callId, String name, JsonNode carrier, long atNs) {
        names.remove(callId);
        if (!reported.add(callId)) {
            return Optional.empty();
        }
        open.add(callId);
        return Optional.of(new AgentEvent.ToolCalled(atNs, callId, name, JsonText.of(carrier.path("arguments"), "{}")));
    }

    /** The call's own id, or the item's where a server has no other. */
    private static String callId(JsonNode carrier, String itemId) {
        return JsonText.of(carrier.path("call_id"), JsonText.of(carrier.path(itemId)));
    }

    private static boolean isCall(JsonNode item) {
        return JsonText.of(item.path("type")).equals("function_call");
    }
}
