package dev.sidetone.bridge.agent.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a JSON Schema into the schema of Google's function declarations, which has types in capitals, refuses every keyword that it does not
 * know, and takes no object without properties. Stateless.
 */
final class GeminiSchema {
    private static final Set<String> KEPT = Set.of(
            "format",
            "title",
            "description",
            "nullable",
            "maxItems",
            "minItems",
            "required",
            "minProperties",
            "maxProperties",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum");
    private static final int MOST_DEPTH = 32;

    private GeminiSchema() {}

    /** The schema of a function's parameters, or null for a function that has none. */
    static @Nullable ObjectNode of(JsonNode parameters) {
        return parameters.path("properties").isEmpty() ? null : converted(parameters, 0);
    }

    private static ObjectNode converted(JsonNode schema, int depth) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        if (depth > MOST_DEPTH) {
            return out;
        }
        type(schema.path("type"), out);
        for (Map.Entry<String, JsonNode> field : schema.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "properties" -> {
                    if (!value.isEmpty()) {
                        ObjectNode properties = out.putObject("properties");
                        value.properties()
                                .forEach(each -> properties.set(each.getKey(), converted(each.getValue(), depth + 1)));
                    }
                }
                case "items" -> out.set("items", converted(value, depth + 1));
                case "anyOf" -> value.forEach(each -> out.withArray("anyOf").add(converted(each, depth + 1)));
                case "enum" -> words(value, out);
                default -> {
                    if (KEPT.contains(field.getKey()) && !(value.isContainerNode() && value.isEmpty())) {
                        out.set(field.getKey(), value);
                    }
                }
            }
        }
        return out;
    }

    /** One type; the {@code null} beside another makes it nullable. */
    private static void type(JsonNode type, ObjectNode out) {
        if (type.isTextual()) {
            out.put("type", type.textValue().toUpperCase(Locale.ROOT));
        }
        for (JsonNode each : type) {
            if (JsonText.of(each).equals("null")) {
                out.put("nullable", true);
            } else if (!out.has("type")) {
                out.put("type", JsonText.of(each).toUpperCase(Locale.ROOT));
            }
        }
    }

    /** Google's enum has words only. */
    private static void words(JsonNode values, ObjectNode out) {
        for (JsonNode each : values) {
            if (each.isTextual()) {
                out.withArray("enum").add(each);
            }
        }
    }
}
