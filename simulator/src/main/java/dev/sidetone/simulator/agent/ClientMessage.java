package dev.sidetone.simulator.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.text.JsonProblem;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON message of a client, with strict readers for its fields. Immutable. */
public record ClientMessage(ObjectNode body) {
    /** Enough for 15 MiB of audio as base64, so that too much of it is refused as audio and not as JSON. */
    private static final int MOST_CHARS = 32 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MOST_CHARS)
                            .build())
                    .build())
            .build();

    public static ClientMessage parse(String text) throws ProtocolError {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new ProtocolError(
                    "invalid_event",
                    "The event is not JSON: "
                            + JsonProblem.words(
                                    text,
                                    broken.getLocation() == null
                                            ? -1
                                            : broken.getLocation().getCharOffset())
                            + ".",
                    null);
        }
        if (!(node instanceof ObjectNode body)) {
            throw new ProtocolError("invalid_event", "An event is a JSON object.", null);
        }
        return new ClientMessage(body);
    }

    /** JSON that a script holds as text; what is none stays text. */
    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            return MAPPER.getNodeFactory().textNode(text);
        }
    }

    public String type() throws ProtocolError {
        return string("type");
    }

    /** The client's own name for this event, if it gave one. */
    @Nullable
    public String eventId() {
        return body.path("event_id").isTextual() ? body.path("event_id").textValue() : null;
    }

    public String string(String field) throws ProtocolError {
        return string(body, "", field);
    }

    public ObjectNode object(String field) throws ProtocolError {
        if (!body.has(field)) {
            throw ProtocolError.missing(field);
        }
        if (body.get(field) instanceof ObjectNode object) {
            return object;
        }
        throw ProtocolError.invalidValue(field, "Invalid type for '" + field + "': expected an object.");
    }

    /** A whole number that cannot be negative. */
    public long count(String field) throws ProtocolError {
        JsonNode value = body.path(field);
        if (value.isMissingNode()) {
            throw ProtocolError.missing(field);
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw ProtocolError.invalidValue(field, "Invalid '" + field + "': expected a whole number of 0 or more.");
        }
        return value.longValue();
    }

    /** Nothing but these fields may be there, next to type and event_id. */
    public void onlyHas(String... fields) throws ProtocolError {
        List<String> allowed = List.of(fields);
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!name.equals("type") && !name.equals("event_id") && !allowed.contains(name)) {
                throw ProtocolError.unknown(name);
            }
        }
    }

    /** The text at {@code field} of {@code node}, which is found at {@code path} of the event. */
    public static String string(ObjectNode node, String path, String field) throws ProtocolError {
        JsonNode value = node.path(field);
        String param = path.isEmpty() ? field : path + "." + field;
        if (value.isMissingNode()) {
            throw ProtocolError.missing(param);
        }
        if (!value.isTextual()) {
            throw ProtocolError.invalidValue(param, "Invalid type for '" + param + "': expected a string.");
        }
        return value.textValue();
    }

    /** The complaint about {@code value}, which is none of {@code allowed}. */
    public static ProtocolError notOneOf(String param, String value, Collection<String> allowed) {
        String list =
                String.join(", ", allowed.stream().map(each -> "'" + each + "'").toList());
        return ProtocolError.invalidValue(param, "Invalid value: '" + value + "'. Supported values are: " + list + ".");
    }
}
