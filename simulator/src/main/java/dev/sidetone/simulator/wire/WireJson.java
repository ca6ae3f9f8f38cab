package dev.sidetone.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.text.ForeignText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes rows for people and for programs. Stateless, for any thread. */
public final class WireJson {
    private static final JsonMapper JSON = new JsonMapper();

    private WireJson() {}

    /** The message over several lines, indented; as it is where it is no JSON or was cut. */
    public static String pretty(WireRow row) {
        JsonNode message = message(row);
        if (message == null) {
            return row.json();
        }
        try {
            return ForeignText.json(JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(message)
                    .replace("\r\n", "\n"));
        } catch (JsonProcessingException e) {
            return row.json();
        }
    }

    /** The row with all that is known of it as one line of JSON, without its end. */
    public static String line(WireRow row) {
        ObjectNode line = JSON.createObjectNode();
        line.put("atMs", row.fromMs());
        if (row.count() > 1) {
            line.put("untilMs", row.toMs());
        }
        line.put("wire", row.wire().name().toLowerCase(Locale.ROOT));
        line.put("towards", row.toAgent() ? "agent" : "caller");
        line.put("kind", row.kind());
        line.put("count", row.count());
        if (row.firstNumber() > 0) {
            line.put("frame", row.firstNumber());
        }
        if (row.isSound()) {
            line.put("soundBytes", row.bytes());
        }
        line.put("exact", row.exact());
        JsonNode message = message(row);
        if (message == null) {
            line.put("message", row.json());
        } else {
            line.set("message", message);
        }
        return ForeignText.json(line.toString());
    }

    private static @Nullable JsonNode message(WireRow row) {
        try {
            JsonNode read = JSON.readTree(row.json());
            return read != null && read.isContainerNode() ? read : null;
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }
}
