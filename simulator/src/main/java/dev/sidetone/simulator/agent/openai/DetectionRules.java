package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.ValueCheck;
import java.util.List;
import java.util.Set;

/** The rules for finding the caller's turns: by a server's ear, by what is said, or not at all. Stateless, for any thread. */
final class DetectionRules {
    static final String BY_MEANING = "semantic_vad";

    private static final String BY_SOUND = "server_vad";
    /** The bounds in OpenAI's description of its API (OpenAPI). */
    private static final int LEAST_IDLE_MS = 5_000;

    private static final int MOST_IDLE_MS = 30_000;
    private static final Set<String> SOUND_FIELDS = Set.of(
            "type",
            "threshold",
            "prefix_padding_ms",
            "silence_duration_ms",
            "idle_timeout_ms",
            "create_response",
            "interrupt_response");
    private static final Set<String> MEANING_FIELDS =
            Set.of("type", "eagerness", "create_response", "interrupt_response");
    private static final ValueCheck FLAG = ValueCheck.is("a boolean", JsonNode::isBoolean);
    private static final ValueCheck MS = ValueCheck.is("milliseconds", ValueCheck::isCount);
    private static final ValueCheck SHARE =
            ValueCheck.is("0 to 1", each -> each.isNumber() && each.doubleValue() >= 0 && each.doubleValue() <= 1);
    private static final ValueCheck IDLE_MS = ValueCheck.is(
            LEAST_IDLE_MS + " to " + MOST_IDLE_MS + " or null",
            each -> each.isNull()
                    || (each.isInt() && each.intValue() >= LEAST_IDLE_MS && each.intValue() <= MOST_IDLE_MS));

    private DetectionRules() {}

    static void check(String path, JsonNode value) throws ProtocolError {
        if (value.isNull()) {
            return;
        }
        ValueCheck.is("an object or null", JsonNode::isObject).check(path, value);
        String type = ClientMessage.string((ObjectNode) value, path, "type");
        ValueCheck.oneOf(path + ".type", value.path("type"), List.of(BY_SOUND, BY_MEANING));
        ValueCheck.object(path, value, type.equals(BY_MEANING) ? MEANING_FIELDS : SOUND_FIELDS);
        ValueCheck.optional(path, value, "threshold", SHARE);
        ValueCheck.optional(path, value, "prefix_padding_ms", MS);
        ValueCheck.optional(path, value, "silence_duration_ms", MS);
        ValueCheck.optional(path, value, "idle_timeout_ms", IDLE_MS);
        ValueCheck.optional(path, value, "create_response", FLAG);
        ValueCheck.optional(path, value, "interrupt_response", FLAG);
        if (value.has("eagerness")) {
            ValueCheck.oneOf(path + ".eagerness", value.get("eagerness"), List.of("low", "medium", "high", "auto"));
        }
    }

    /** Puts the defaults of the kind that {@code asked} names into {@code detection}. */
    static ObjectNode defaults(ObjectNode detection, String type, long silenceMs) {
        if (type.equals(BY_MEANING)) {
            detection.put("type", BY_MEANING).put("eagerness", "auto");
        } else {
            detection.put("type", BY_SOUND).put("threshold", 0.5).put("prefix_padding_ms", 300);
            detection.put("silence_duration_ms", silenceMs).putNull("idle_timeout_ms");
        }
        return detection.put("create_response", true).put("interrupt_response", true);
    }
}
