package dev.sidetone.simulator.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.sidetone.bridge.text.JsonProblem;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;

/** Words for JSON of a recording that cannot be read: what of it, or where, and nothing of the reader's own. Stateless. */
final class UnreadJson {
    private UnreadJson() {}

    /** @param text the JSON that {@code why} is about */
    static IOException of(String text, JsonProcessingException why) {
        String field = why instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("."))
                : "";
        if (!field.isEmpty()) {
            return new IOException("its " + field + " cannot be read", why);
        }
        long at = why.getLocation() == null ? -1 : why.getLocation().getCharOffset();
        return new IOException("what should be JSON is none: " + JsonProblem.words(text, at), why);
    }
}
