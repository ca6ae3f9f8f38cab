package dev.sidetone.simulator.agent.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a client's JSON as Google's servers do: names in either case, no name that is unknown. Stateless, for any thread. */
final class GeminiJson {
    /** The client's own names stay below these. */
    private static final Set<String> FREE = Set.of("args", "response", "properties", "parametersJsonSchema");

    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z0-9])");

    private GeminiJson() {}

    /** One message, with its names in camel case. */
    static ObjectNode parse(String text) throws ProtocolError {
        try {
            return camel(ClientMessage.parse(text).body());
        } catch (ProtocolError broken) {
            throw new ProtocolError("invalid_argument", "Invalid JSON payload received. " + broken.message(), null);
        }
    }

    private static ObjectNode camel(ObjectNode object) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = camel(field.getKey());
            out.set(name, FREE.contains(name) ? field.getValue() : camel(field.getValue()));
        }
        return out;
    }

    private static JsonNode camel(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return camel(object);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode out = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> out.add(camel(each)));
            return out;
        }
        return value;
    }

    private static String camel(String name) {
        return UNDERSCORE.matcher(name).replaceAll(match -> match.group(1).toUpperCase(java.util.Locale.ROOT));
    }

    static ObjectNode onlyHas(JsonNode node, String path, Set<String> fields) throws ProtocolError {
        if (!(node instanceof ObjectNode object)) {
            throw invalid(path, "expected an object");
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!fields.contains(field.getKey())) {
                throw unknown(field.getKey(), path);
            }
        }
        return object;
    }

    /** The words of a Content, in which there may be parts of text alone. */
    static String text(JsonNode content, String path) throws ProtocolError {
        StringBuilder text = new StringBuilder();
        if (!content.isMissingNode()) {
            onlyHas(content, path, Set.of("role", "parts"));
            for (JsonNode part : content.path("parts")) {
                onlyHas(part, path + ".parts", Set.of("text"));
                if (!part.path("text").isTextual()) {
                    throw invalid(path + ".parts.text", "expected a string");
                }
                text.append(part.path("text").textValue());
            }
        }
        return text.toString();
    }

    static ProtocolError unknown(String name, String path) {
        return new ProtocolError(
                "invalid_argument",
                "Invalid JSON payload received. Unknown name \"" + name + "\" at '" + path + "': Cannot find field.",
                path);
    }

    static ProtocolError invalid(String path, String what) {
        return new ProtocolError(
                "invalid_argument", "Request contains an invalid argument. " + path + ": " + what + ".", path);
    }
}
