package dev.sidetone.simulator.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sidetone.bridge.text.ForeignText;
import java.io.IOException;

/** Names the kind of a message: its outer {@code event} or {@code type}, else its first field. Stateless. */
final class MessageKind {
    private static final int MOST_CHARS = 60;
    private static final JsonFactory JSON = new JsonFactory();

    private MessageKind() {}

    static String of(String message) {
        return message.startsWith("(binary") ? "binary" : ForeignText.line(named(message), MOST_CHARS);
    }

    /** Reads as far as the name: a message that was cut has it all the same. */
    private static String named(String message) {
        String first = "not JSON";
        try (JsonParser json = JSON.createParser(message)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return first;
            }
            boolean none = true;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                first = none ? field : first;
                none = false;
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_STRING && (field.equals("event") || field.equals("type"))) {
                    return json.getText();
                }
                json.skipChildren();
            }
        } catch (IOException cut) {
            return first;
        }
        return first;
    }
}
