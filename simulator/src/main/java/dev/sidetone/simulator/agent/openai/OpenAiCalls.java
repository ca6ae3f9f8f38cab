package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentScript;
import java.util.HashSet;
import java.util.Set;

/** Function calls of one session, as GA events in the order of the real service. On its loop. */
final class OpenAiCalls {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final OpenAiWriter out;
    private final Conversation conversation;
    private final AgentLog log;
    private final NanoClock clock;
    private final Set<String> open = new HashSet<>();

    OpenAiCalls(OpenAiWriter out, Conversation conversation, AgentLog log, NanoClock clock) {
        this.out = out;
        this.conversation = conversation;
        this.log = log;
        this.clock = clock;
    }

    /** Calls the tool for {@code action} in {@code responseId}; returns the item. */
    Conversation.Item call(AgentScript.Action action, String responseId) {
        String callId = out.name("call");
        open.add(callId);
        ObjectNode json = JSON.objectNode().put("id", out.name("item")).put("object", "realtime.item");
        json.put("type", "function_call").put("status", "in_progress");
        json.put("name", action.tool()).put("call_id", callId).put("arguments", "");
        Conversation.Item item = conversation.add(json, null);
        itemEvent("response.output_item.added", json, responseId);
        out.send(
                part("response.function_call_arguments.delta", json, responseId).put("delta", action.arguments()));
        json.put("arguments", action.arguments()).put("status", "completed");
        out.send(part("response.function_call_arguments.done", json, responseId)
                .put("name", action.tool())
                .put("arguments", action.arguments()));
        itemEvent("response.output_item.done", json, responseId);
        log.toolCalled(callId, action.tool(), action.arguments(), clock.nowNs());
        return item;
    }

    /** A call that the client put into the conversation by itself. */
    void known(String callId) {
        open.add(callId);
    }

    /** The client has a result; false if nothing waits for it. */
    boolean answered(String callId, String output, boolean failed) {
        if (!open.remove(callId)) {
            return false;
        }
        log.resulted(callId, output, failed, clock.nowNs());
        return true;
    }

    private ObjectNode part(String type, ObjectNode json, String responseId) {
        return out.event(type)
                .put("response_id", responseId)
                .put("item_id", JsonText.of(json.path("id")))
                .put("output_index", 0)
                .put("call_id", JsonText.of(json.path("call_id")));
    }

    private void itemEvent(String type, ObjectNode json, String responseId) {
        ObjectNode event = out.event(type).put("response_id", responseId).put("output_index", 0);
        event.set("item", json.deepCopy());
        out.send(event);
    }
}
