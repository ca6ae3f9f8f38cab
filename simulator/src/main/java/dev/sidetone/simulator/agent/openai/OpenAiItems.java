package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.KeypadWords;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.SessionContext;
import dev.sidetone.simulator.agent.TurnController;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Handles the client's messages about conversation items. On the session's loop. */
final class OpenAiItems {
    private static final List<String> TYPES =
            List.of("message", "function_call", "function_call_output", "mcp_approval_response");
    private static final List<String> ROLES = List.of("user", "assistant", "system");
    private static final Set<String> PARTS = Set.of(
            "user input_text",
            "user input_audio",
            "user input_image",
            "assistant output_text",
            "assistant output_audio",
            "system input_text");

    private final OpenAiWriter out;
    private final Conversation conversation;
    private final OpenAiOutput answers;
    private final OpenAiCalls calls;
    private final TurnController turns;
    private final AgentLog log;
    private final NanoClock clock;

    OpenAiItems(
            OpenAiWriter out,
            Conversation conversation,
            OpenAiOutput answers,
            OpenAiCalls calls,
            TurnController turns,
            SessionContext context) {
        this.out = out;
        this.conversation = conversation;
        this.answers = answers;
        this.calls = calls;
        this.turns = turns;
        this.log = context.log();
        this.clock = context.loop();
    }

    void create(ClientMessage event) throws ProtocolError {
        event.onlyHas("item", "previous_item_id");
        ObjectNode item = event.object("item");
        check(item);
        String previous = previous(event);
        String id = item.has("id") ? ClientMessage.string(item, "item", "id") : out.name("item");
        if (conversation.find(id) != null) {
            throw ProtocolError.invalidValue("item.id", "Item with ID '" + id + "' already exists.");
        }
        ObjectNode json = item.deepCopy();
        json.put("id", id).put("object", "realtime.item").put("status", "completed");
        switch (JsonText.of(item.path("type"))) {
            case "function_call" -> calls.known(JsonText.of(item.path("call_id")));
            case "function_call_output" -> result(item);
            default -> {}
        }
        answers.add(json, previous);
        String keys = KeypadWords.keysIn(words(item));
        if (!keys.isEmpty()) {
            turns.press(keys, clock.nowNs());
        }
    }

    private void result(ObjectNode item) throws ProtocolError {
        String callId = JsonText.of(item.path("call_id"));
        String output = JsonText.of(item.path("output"));
        boolean failed = output.contains("\"error\"");
        if (!calls.answered(callId, output, failed)) {
            throw ProtocolError.invalidValue("item.call_id", "No tool call waits for a result as '" + callId + "'.");
        }
        turns.resulted(failed);
    }

    void delete(ClientMessage event) throws ProtocolError {
        event.onlyHas("item_id");
        Conversation.Item item = known(event, "item_delete_invalid_item_id");
        conversation.remove(item);
        out.send(out.event("conversation.item.deleted").put("item_id", item.id()));
    }

    void retrieve(ClientMessage event) throws ProtocolError {
        event.onlyHas("item_id");
        Conversation.Item item = known(event, "item_retrieve_invalid_item_id");
        ObjectNode retrieved = out.event("conversation.item.retrieved");
        retrieved.set("item", item.json().deepCopy());
        out.send(retrieved);
    }

    /** The client says how much of an item the caller heard: never more than there is. */
    void truncate(ClientMessage event) throws ProtocolError {
        event.onlyHas("item_id", "content_index", "audio_end_ms");
        Conversation.Item item = known(event, "item_truncate_invalid_item_id");
        if (!item.isAgentSpeech()) {
            throw ProtocolError.invalidValue("item_id", "Only the agent's speech can be truncated.");
        }
        if (event.count("content_index") != 0) {
            throw ProtocolError.invalidValue(
                    "content_index", "There is no audio at this content_index: it is always 0.");
        }
        long endMs = event.count("audio_end_ms");
        if (endMs > item.audioMs()) {
            throw ProtocolError.invalidValue(
                    "audio_end_ms",
                    "Audio content of " + item.audioMs() + " ms is already shorter than " + endMs + " ms");
        }
        log.truncated(item.id(), endMs, clock.nowNs());
        if (endMs < item.audioMs()) {
            turns.heardLess();
        }
        item.truncate(endMs);
        out.send(out.event("conversation.item.truncated")
                .put("item_id", item.id())
                .put("content_index", 0)
                .put("audio_end_ms", endMs));
    }

    private @Nullable String previous(ClientMessage event) throws ProtocolError {
        if (!event.body().hasNonNull("previous_item_id")) {
            return null;
        }
        String id = event.string("previous_item_id");
        if (!id.equals("root") && conversation.find(id) == null) {
            throw ProtocolError.invalidValue("previous_item_id", "There is no item with ID '" + id + "'.");
        }
        return id;
    }

    private Conversation.Item known(ClientMessage event, String otherwise) throws ProtocolError {
        String id = event.string("item_id");
        Conversation.Item item = conversation.find(id);
        if (item == null) {
            throw new ProtocolError(otherwise, "There is no item with ID '" + id + "'.", "item_id");
        }
        return item;
    }

    private static void check(ObjectNode item) throws ProtocolError {
        String type = ClientMessage.string(item, "item", "type");
        switch (type) {
            case "message" -> checkMessage(item);
            case "function_call" -> {
                ClientMessage.string(item, "item", "name");
                ClientMessage.string(item, "item", "arguments");
            }
            case "function_call_output" -> {
                ClientMessage.string(item, "item", "call_id");
                ClientMessage.string(item, "item", "output");
            }
            case "mcp_approval_response" -> ClientMessage.string(item, "item", "approval_request_id");
            default -> throw ClientMessage.notOneOf("item.type", type, TYPES);
        }
    }

    private static void checkMessage(ObjectNode item) throws ProtocolError {
        String role = ClientMessage.string(item, "item", "role");
        if (!ROLES.contains(role)) {
            throw ClientMessage.notOneOf("item.role", role, ROLES);
        }
        JsonNode content = item.path("content");
        if (!content.isArray() || content.isEmpty()) {
            throw ProtocolError.missing("item.content");
        }
        for (int i = 0; i < content.size(); i++) {
            checkPart(role, content.get(i), "item.content[" + i + "]");
        }
    }

    private static void checkPart(String role, JsonNode content, String path) throws ProtocolError {
        String type = JsonText.of(content.path("type"));
        if (!(content instanceof ObjectNode part) || !PARTS.contains(role + " " + type)) {
            throw ProtocolError.invalidValue(
                    path + ".type", "Invalid value: '" + type + "' is no content of a message by '" + role + "'.");
        }
        if (type.endsWith("text")) {
            ClientMessage.string(part, path, "text");
        }
    }

    private static String words(ObjectNode item) {
        StringBuilder words = new StringBuilder();
        item.path("content")
                .forEach(part -> words.append(JsonText.of(part.path("text"))).append('\n'));
        return words.toString();
    }
}
