package dev.sidetone.bridge.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.json.JsonText;
import java.util.stream.Stream;

/**
 * An error as an agent reports it, by what is there: an object, a bare text, or fields of the message itself. Text of the agent's.
 *
 * @param code the name of its kind, or empty
 * @param param the setting that it is about, or empty
 * @param words its words, else its code, else the message as it came; never empty
 */
public record AgentError(String code, String param, String words) {
    private static final int MOST_CHARS = 400;

    /**
     * Reads an error.
     *
     * @param error the field that holds it, which may be missing
     * @param around the message that the field is in
     */
    public static AgentError of(JsonNode error, JsonNode around) {
        String code = first(error, around, "code");
        if (code.isEmpty()) {
            code = first(JsonText.of(error.path("type")), JsonText.of(error.path("status")));
        }
        String bare = JsonText.of(error);
        String words = first(
                bare,
                first(error, around, "message"),
                first(error, around, "detail"),
                first(error, around, "reason"),
                code,
                raw(around));
        return new AgentError(code, first(error, around, "param"), words);
    }

    /** One line about it. */
    public String line() {
        return code.isEmpty() || words.equals(code) ? words : code + ": " + words;
    }

    private static String raw(JsonNode message) {
        String text = message.toString();
        return text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
    }

    private static String first(JsonNode error, JsonNode around, String field) {
        return first(JsonText.of(error.path(field)), JsonText.of(around.path(field)));
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
