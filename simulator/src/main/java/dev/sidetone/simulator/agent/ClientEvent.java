package dev.sidetone.simulator.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event that a client of the OpenAI wire sent, and the strict ways to look into it. */
record ClientEvent(ObjectNode body) {
    /** Enough for 15 MiB of audio as base64, so that too much of it is refused as audio and not as JSON. */
    private static final int MOST_CHARS = 32 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MOST_CHARS)
                            .build())
                    .build())
            .build();

    static ClientEvent parse(String text) throws Rejected {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new Rejected("invalid_event", "The event is not JSON: " + broken.getOriginalMessage(), null);
        }
        if (!(node instanceof ObjectNode body)) {
            throw new Rejected("invalid_event", "An event is a JSON object.", null);
        }
        return new ClientEvent(body);
    }

    /** JSON that a script holds as text; what is none stays text. */
    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            return MAPPER.getNodeFactory().textNode(text);
        }
    }

    String type() throws Rejected {
        return string("type");
    }

    /** The client's own name for this event, if it gave one. */
    @Nullable
    String eventId() {
        return body.path("event_id").isTextual() ? body.path("event_id").textValue() : null;
    }

    String string(String field) throws Rejected {
        return string(body, "", field);
    }

    ObjectNode object(String field) throws Rejected {
        if (!body.has(field)) {
            throw Rejected.missing(field);
        }
        if (body.get(field) instanceof ObjectNode object) {
            return object;
        }
        throw Rejected.invalidValue(field, "Invalid type for '" + field + "': expected an object.");
    }

    /** A whole number that cannot be negative. */
    long count(String field) throws Rejected {
        JsonNode value = body.path(field);
        if (value.isMissingNode()) {
            throw Rejected.missing(field);
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw Rejected.invalidValue(field, "Invalid '" + field + "': expected a whole number of 0 or more.");
        }
        return value.longValue();
    }

    /** Nothing but these fields may be there, next to type and event_id. */
    void onlyHas(String... fields) throws Rejected {
        List<String> allowed = List.of(fields);
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!name.equals("type") && !name.equals("event_id") && !allowed.contains(name)) {
                throw Rejected.unknown(name);
            }
        }
    }

    /** The text at {@code field} of {@code node}, which is found at {@code path} of the event. */
    static String string(ObjectNode node, String path, String field) throws Rejected {
        JsonNode value = node.path(field);
        String param = path.isEmpty() ? field : path + "." + field;
        if (value.isMissingNode()) {
            throw Rejected.missing(param);
        }
        if (!value.isTextual()) {
            throw Rejected.invalidValue(param, "Invalid type for '" + param + "': expected a string.");
        }
        return value.textValue();
    }

    /** The complaint about {@code value}, which is none of {@code allowed}. */
    static Rejected notOneOf(String param, String value, Collection<String> allowed) {
        String list =
                String.join(", ", allowed.stream().map(each -> "'" + each + "'").toList());
        return Rejected.invalidValue(param, "Invalid value: '" + value + "'. Supported values are: " + list + ".");
    }
}
