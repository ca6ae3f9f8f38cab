package dev.sidetone.bridge.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads texts out of JSON that others wrote: a field that is left out, null, an object or a list says nothing, and is never the word
 * "null". The only place that turns a node into text. Stateless, for any thread.
 */
public final class JsonText {
    private JsonText() {}

    /** The text, number or truth value of {@code node} as text; empty where it says nothing. */
    public static String of(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : "";
    }

    /** The same of {@code node}, or {@code otherwise} where it says nothing or is empty. */
    public static String of(JsonNode node, String otherwise) {
        String text = of(node);
        return text.isEmpty() ? otherwise : text;
    }
}
