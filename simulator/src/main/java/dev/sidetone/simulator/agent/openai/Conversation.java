package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of one session's conversation, in order. On the session's loop. */
final class Conversation {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** One item: its JSON and, if the agent said it, how much audio of it there is. */
    static final class Item {
        private final ObjectNode json;
        private long audioBytes;

        private Item(ObjectNode json) {
            this.json = json;
        }

        String id() {
            return JsonText.of(json.path("id"));
        }

        ObjectNode json() {
            return json;
        }

        boolean isAgentSpeech() {
            return JsonText.of(json.path("role")).equals("assistant");
        }

        long audioMs() {
            return audioBytes * 1000 / LineFrame.RATE_HZ;
        }

        long audioBytes() {
            return audioBytes;
        }

        void say(int bytes) {
            audioBytes += bytes;
        }

        /** The part that the agent has said. */
        void become(String status, boolean inText, String words) {
            json.put("status", status);
            json.putArray("content")
                    .addObject()
                    .put("type", inText ? "output_text" : "output_audio")
                    .put(inText ? "text" : "transcript", words);
        }

        /** No more than {@code ms} were heard; the words behind that leave the conversation too. */
        void truncate(long ms) {
            if (json.at("/content/0") instanceof ObjectNode content) {
                String transcript = JsonText.of(content.path("transcript"));
                int end = audioMs() == 0 ? 0 : (int) (transcript.length() * ms / audioMs());
                int lastSpace = transcript.lastIndexOf(' ', end);
                boolean whole = end == transcript.length();
                content.put("transcript", whole ? transcript : transcript.substring(0, Math.max(0, lastSpace)));
            }
            audioBytes = ms * LineFrame.RATE_HZ / 1000;
        }
    }

    private final List<Item> items = new ArrayList<>();

    /** The item that is last, or null. */
    @Nullable
    String lastId() {
        return items.isEmpty() ? null : items.get(items.size() - 1).id();
    }

    @Nullable
    Item find(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst().orElse(null);
    }

    /** Adds {@code json} after {@code previousId}: null is the end, {@code root} the beginning. */
    Item add(ObjectNode json, @Nullable String previousId) {
        Item item = new Item(json);
        Item previous = previousId == null ? null : find(previousId);
        int at = "root".equals(previousId) ? 0 : previous == null ? items.size() : items.indexOf(previous) + 1;
        items.add(at, item);
        return item;
    }

    void remove(Item item) {
        items.remove(item);
    }

    static ObjectNode message(String id, String role, String status, JsonNode content) {
        ObjectNode json = JSON.objectNode();
        json.put("id", id).put("object", "realtime.item").put("type", "message");
        json.put("status", status).put("role", role);
        json.set("content", content);
        return json;
    }
}
