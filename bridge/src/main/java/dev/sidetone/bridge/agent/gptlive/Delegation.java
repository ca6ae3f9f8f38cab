package dev.sidetone.bridge.agent.gptlive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentMemory;
import dev.sidetone.bridge.agent.AgentPort;
import dev.sidetone.bridge.agent.RecentIds;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.json.JsonText;
import java.util.HashSet;
import java.util.Set;

/**
 * The tool calls of the text model behind the voice. It goes on only when its response is complete and every call has its result: a part of
 * them is refused. On the call's event loop.
 */
final class Delegation {
    private final LiveTrack track;
    private final RecentIds reported = new RecentIds(AgentMemory.IDS);
    /** Bounded by {@link AgentMemory}, which ends a session with too many. */
    private final Set<String> open = new HashSet<>();

    private boolean running;
    private boolean given;

    Delegation(LiveTrack track) {
        this.track = track;
    }

    /** Reads what a {@code response.event} carries. */
    void read(JsonNode event, AgentPort port, long atNs) {
        switch (JsonText.of(event.path("type"))) {
            case "response.created" -> running = true;
            case "response.output_item.done" -> itemDone(event.path("item"), port, atNs);
            case "response.completed" -> {
                running = false;
                goOn(port);
            }
            case "response.failed", "response.incomplete" -> failed(event, port, atNs);
            default -> {}
        }
    }

    void give(ToolResult result, AgentPort port) {
        if (!open.remove(result.callId())) {
            return;
        }
        port.send(GptLiveMessages.toolResult(result));
        given = true;
        goOn(port);
    }

    private void goOn(AgentPort port) {
        if (given && !running && open.isEmpty()) {
            given = false;
            port.send(GptLiveMessages.respond());
            track.answerIsDue();
        }
    }

    private void itemDone(JsonNode item, AgentPort port, long atNs) {
        String callId = JsonText.of(item.path("call_id"));
        String name = JsonText.of(item.path("name"));
        if (!JsonText.of(item.path("type")).equals("function_call")) {
            return;
        }
        AgentFailure tooLong = AgentMemory.ofCall(callId, name);
        if (tooLong != null) {
            port.report(new AgentEvent.Failed(atNs, tooLong));
        } else if (reported.add(callId)) {
            open.add(callId);
            JsonNode arguments = item.path("arguments");
            port.report(new AgentEvent.ToolCalled(
                    atNs,
                    callId,
                    name,
                    arguments.isTextual()
                            ? arguments.textValue()
                            : arguments.isObject() ? arguments.toString() : "{}"));
        }
    }

    /** Its calls are void: a result would be refused. */
    private void failed(JsonNode event, AgentPort port, long atNs) {
        running = false;
        given = false;
        open.clear();
        String type = JsonText.of(event.path("type"));
        String why = JsonText.of(event.at("/response/error/message"));
        port.report(new AgentEvent.Complained(
                atNs, type, why.isEmpty() ? "the agent's work with its tools broke off" : why));
    }
}
