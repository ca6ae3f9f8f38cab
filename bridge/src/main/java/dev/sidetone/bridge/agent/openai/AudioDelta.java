package dev.sidetone.bridge.agent.openai;

import dev.sidetone.bridge.json.PlainJson;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an answer's sound, read without a tree: most of what a service sends is that.
 *
 * @param item the answer that it belongs to
 * @param response the response that the answer is in; empty where it is left out
 * @param base64 its sound in the wire's format, not checked
 */
record AudioDelta(String item, String response, String base64) {
    private static final String TYPE = "response.output_audio.delta";
    private static final String OLDER_TYPE = "response.audio.delta";

    /** Reads one; null for any other message, and for one that only a parser of all JSON reads. */
    static @Nullable AudioDelta read(String text) {
        PlainJson json = new PlainJson(text);
        String type = null;
        String item = null;
        String response = null;
        String delta = null;
        while (json.next()) {
            if (json.keyIs("type") && type == null) {
                type = json.text();
                if (!type.equals(TYPE) && !type.equals(OLDER_TYPE)) {
                    return null;
                }
            } else if (json.keyIs("item_id") && item == null) {
                item = json.text();
            } else if (json.keyIs("response_id") && response == null) {
                response = json.text();
            } else if (json.keyIs("delta") && delta == null) {
                delta = json.text();
            } else if (json.keyIs("type")
                    || json.keyIs("item_id")
                    || json.keyIs("response_id")
                    || json.keyIs("delta")) {
                return null;
            } else {
                json.skip();
            }
        }
        return json.isWhole() && type != null && item != null && delta != null
                ? new AudioDelta(item, response == null ? "" : response, delta)
                : null;
    }
}
