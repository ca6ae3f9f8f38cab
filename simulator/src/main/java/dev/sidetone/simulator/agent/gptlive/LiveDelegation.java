package dev.sidetone.simulator.agent.gptlive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.ProtocolError;
import java.util.HashSet;
import java.util.Set;

/** The work of the text model behind the voice, in the events of its responses. One per session, on its loop. */
final class LiveDelegation {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final GptLiveOutput to;
    private final int session;
    private final Set<String> open = new HashSet<>();
    private String delegationId = "";
    private int calls;
    private int responses;
    private boolean working;

    LiveDelegation(GptLiveOutput to, int session) {
        this.to = to;
        this.session = session;
    }

    /**
     * Calls a tool; returns the id of the call.
     *
     * @param breaks whether the response fails behind the call, which is void then
     */
    String call(AgentScript.Action action, boolean breaks) {
        String callId = "call_" + session + "_" + ++calls;
        delegationId = "item_d" + session + "_" + calls;
        responses++;
        ObjectNode created = to.message("session.delegation.created", null).put("offset_ms", to.clockMs());
        created.putObject("delegation")
                .put("id", delegationId)
                .put("type", "delegation")
                .put("target", "responses")
                .put("response_id", response());
        to.send(created);
        respond("in_progress", "response.created");
        item(
                0,
                JSON.objectNode()
                        .put("id", "rs_" + calls)
                        .put("type", "reasoning")
                        .set("summary", JSON.arrayNode()));
        item(
                1,
                JSON.objectNode()
                        .put("id", "fc_" + calls)
                        .put("type", "function_call")
                        .put("status", "completed")
                        .put("call_id", callId)
                        .put("name", action.tool())
                        .put("arguments", action.arguments()));
        if (breaks) {
            failed();
        } else {
            open.add(callId);
            working = true;
            respond("completed", "response.completed");
        }
        return callId;
    }

    /** Takes the result of a call that waits for it. */
    void takeResult(String callId) throws ProtocolError {
        if (!open.remove(callId)) {
            throw ProtocolError.invalidValue("item.call_id", "There is no open call '" + callId + "'.");
        }
    }

    /** Goes on after the results of its calls. */
    void goOn() throws ProtocolError {
        if (!open.isEmpty() || !working) {
            throw new ProtocolError(
                    "invalid_request", "A call has no output yet, or there is nothing to go on with.", null);
        }
        working = false;
        responses++;
        respond("in_progress", "response.created");
        respond("completed", "response.completed");
    }

    private void failed() {
        ObjectNode event = JSON.objectNode().put("type", "response.failed");
        ObjectNode response = event.putObject("response").put("id", response()).put("status", "failed");
        response.putArray("output");
        response.putObject("error").put("code", "server_error").put("message", "The model had an error.");
        respond(event);
    }

    private void respond(String status, String type) {
        ObjectNode event = JSON.objectNode().put("type", type);
        event.putObject("response").put("id", response()).put("status", status).putArray("output");
        respond(event);
    }

    private void item(int index, JsonNode item) {
        ObjectNode event =
                JSON.objectNode().put("type", "response.output_item.done").put("output_index", index);
        event.set("item", item);
        respond(event);
    }

    private void respond(ObjectNode event) {
        ObjectNode message = to.message("response.event", null).put("delegation_id", delegationId);
        message.set("event", event);
        to.send(message);
    }

    private String response() {
        return "resp_" + session + "_" + responses;
    }
}
