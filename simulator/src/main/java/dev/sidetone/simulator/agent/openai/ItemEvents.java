package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The events about items, of the conversation and of the response under way. One per session, on its loop. */
final class ItemEvents {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final OpenAiWriter out;
    private String responseId = "";
    private int index;

    ItemEvents(OpenAiWriter out) {
        this.out = out;
    }

    /** A response begins with its first item. */
    void begin(String id) {
        responseId = id;
        index = 0;
    }

    /** It goes on with its next item. */
    void next() {
        index++;
    }

    /** An event about the content of {@code speech}, to be filled in and sent. */
    ObjectNode part(String type, Conversation.Item speech) {
        return out.event(type)
                .put("response_id", responseId)
                .put("item_id", speech.id())
                .put("output_index", index)
                .put("content_index", 0);
    }

    /** A part's content, as the events about parts spell it. */
    static ObjectNode content(boolean inText, String words) {
        return inText
                ? JSON.objectNode().put("type", "text").put("text", words)
                : JSON.objectNode().put("type", "audio").put("transcript", words);
    }

    /** The events that end {@code speech}, which said {@code words}. */
    void close(Conversation.Item speech, boolean inText, String words) {
        if (inText) {
            out.send(part("response.output_text.done", speech).put("text", words));
        } else {
            out.send(part("response.output_audio.done", speech));
            out.send(part("response.output_audio_transcript.done", speech).put("transcript", words));
        }
        ObjectNode done = part("response.content_part.done", speech);
        done.set("part", content(inText, words));
        out.send(done);
        outputItem("response.output_item.done", speech);
        itemEvent("conversation.item.done", null, speech.json());
    }

    void outputItem(String type, Conversation.Item speech) {
        ObjectNode event = out.event(type).put("response_id", responseId).put("output_index", index);
        event.set("item", speech.json().deepCopy());
        out.send(event);
    }

    void itemEvent(String type, @Nullable String previousId, ObjectNode json) {
        ObjectNode event = out.event(type).put("previous_item_id", previousId);
        event.set("item", json.deepCopy());
        out.send(event);
    }
}
