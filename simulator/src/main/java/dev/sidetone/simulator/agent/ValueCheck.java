package dev.sidetone.simulator.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges the value found at one path of a client event. Stateless, for any thread. */
public interface ValueCheck {
    void check(String path, JsonNode value) throws ProtocolError;

    static ValueCheck is(String what, Predicate<JsonNode> holds) {
        return (path, value) -> {
            if (!holds.test(value)) {
                throw ProtocolError.invalidValue(path, "Invalid value for '" + path + "': expected " + what + ".");
            }
        };
    }

    static void optional(String path, JsonNode value, String field, ValueCheck check) throws ProtocolError {
        if (value.has(field)) {
            check.check(path + "." + field, value.get(field));
        }
    }

    static ObjectNode object(String path, JsonNode value, Set<String> fields) throws ProtocolError {
        is("an object", JsonNode::isObject).check(path, value);
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (!fields.contains(field.getKey())) {
                throw ProtocolError.unknown(path + "." + field.getKey());
            }
        }
        return (ObjectNode) value;
    }

    static void oneOf(String path, @Nullable JsonNode value, List<String> allowed) throws ProtocolError {
        if (value == null || value.isMissingNode()) {
            throw ProtocolError.missing(path);
        }
        if (!value.isTextual() || !allowed.contains(value.textValue())) {
            throw ClientMessage.notOneOf(path, JsonText.of(value), allowed);
        }
    }

    static boolean isCount(JsonNode value) {
        return value.isInt() && value.intValue() >= 0;
    }
}
