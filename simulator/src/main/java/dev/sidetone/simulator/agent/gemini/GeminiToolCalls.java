package dev.sidetone.simulator.agent.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.SessionContext;
import dev.sidetone.simulator.agent.ValueCheck;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tool calls of one Gemini session: those that block until their result, those that do not, and those it cancelled. On its loop. */
final class GeminiToolCalls {
    /** What the results that came mean for the agent's next words. */
    enum Next {
        /** It says nothing of them. */
        SILENT,
        /** It speaks of them once it is silent. */
        WHEN_IDLE,
        /** It speaks of them at once. */
        INTERRUPT
    }

    /**
     * What a message of results gave.
     *
     * @param next null while a call that it waits for is open
     * @param failed whether a tool failed
     */
    record Given(@Nullable Next next, boolean failed) {}

    private static final Set<String> RESPONSE = Set.of("id", "name", "response", "scheduling", "willContinue", "parts");
    private static final List<String> SCHEDULING = List.of("SILENT", "WHEN_IDLE", "INTERRUPT");

    private final GeminiWriter writer;
    private final SessionContext context;
    /** By id; true for one that blocks. */
    private final Map<String, Boolean> open = new HashMap<>();

    private final Set<String> cancelled = new HashSet<>();
    private int calls;

    GeminiToolCalls(GeminiWriter writer, SessionContext context) {
        this.writer = writer;
        this.context = context;
    }

    void call(AgentScript.Action action, boolean blocks) {
        String id = "fc_" + context.number() + "_" + ++calls;
        open.put(id, blocks);
        context.log()
                .toolCalled(
                        id, action.tool(), action.arguments(), context.loop().nowNs());
        ObjectNode message = GeminiWriter.message();
        ObjectNode call =
                message.putObject("toolCall").putArray("functionCalls").addObject();
        call.put("id", id).put("name", action.tool()).set("args", ClientMessage.json(action.arguments()));
        writer.send(message);
    }

    /** Whether the agent waits for a result. */
    boolean isBlocked() {
        return open.containsValue(true);
    }

    /** Takes back the calls that it waits for. */
    void cancel() {
        ObjectNode message = GeminiWriter.message();
        ArrayNode ids = message.putObject("toolCallCancellation").putArray("ids");
        open.entrySet().removeIf(call -> {
            if (call.getValue()) {
                ids.add(call.getKey());
                cancelled.add(call.getKey());
            }
            return call.getValue();
        });
        writer.send(message);
    }

    /** Takes a {@code toolResponse}. */
    Given take(JsonNode toolResponse, long atNs) throws ProtocolError {
        ValueCheck.object("tool_response", toolResponse, Set.of("functionResponses"));
        JsonNode responses = toolResponse.path("functionResponses");
        ValueCheck.is("a list of one or more", list -> list.isArray() && !list.isEmpty())
                .check("tool_response.function_responses", responses);
        Next next = null;
        boolean failed = false;
        for (JsonNode each : responses) {
            ObjectNode response = ValueCheck.object("tool_response.function_responses", each, RESPONSE);
            failed |= take(response, atNs);
            next = next(response);
        }
        return new Given(isBlocked() ? null : next, failed);
    }

    /** Takes one result; returns true for a failure. */
    private boolean take(ObjectNode response, long atNs) throws ProtocolError {
        String id = ClientMessage.string(response, "tool_response.function_responses", "id");
        ClientMessage.string(response, "tool_response.function_responses", "name");
        if (!(response.path("response") instanceof ObjectNode given)) {
            throw ProtocolError.missing("tool_response.function_responses.response");
        }
        if (cancelled.contains(id)) {
            context.log()
                    .note(
                            "a result for " + id + ", which was cancelled: no id of a cancellation is to be answered",
                            atNs);
            return false;
        }
        Boolean blocks = open.get(id);
        if (blocks == null) {
            throw ProtocolError.invalidValue(
                    "tool_response.function_responses.id", "There is no tool call '" + id + "'.");
        }
        if (blocks && (response.has("scheduling") || response.has("willContinue"))) {
            throw ProtocolError.invalidValue(
                    "tool_response.function_responses.scheduling", "Scheduling is for NON_BLOCKING functions.");
        }
        if (!response.path("willContinue").asBoolean()) {
            open.remove(id);
        }
        boolean failed = given.has("error");
        JsonNode what = given.has("result") ? given.path("result") : failed ? given.path("error") : given;
        context.log().resulted(id, what.toString(), failed, atNs);
        return failed;
    }

    private static @Nullable Next next(ObjectNode response) throws ProtocolError {
        if (response.path("willContinue").asBoolean()) {
            return null;
        }
        if (!response.has("scheduling")) {
            return Next.WHEN_IDLE;
        }
        ValueCheck.oneOf("tool_response.function_responses.scheduling", response.path("scheduling"), SCHEDULING);
        return Next.valueOf(response.path("scheduling").textValue());
    }
}
