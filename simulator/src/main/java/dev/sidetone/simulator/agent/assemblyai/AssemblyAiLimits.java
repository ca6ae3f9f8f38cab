package dev.sidetone.simulator.agent.assemblyai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.ValueCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The values that AssemblyAI accepts in a {@code session.update}, by path. Stateless, for any thread. Source: its session configuration page. */
final class AssemblyAiLimits {
    private static final int MOST_KEY_TERMS = 100;
    private static final int MOST_PROMPT = 1_750;
    private static final ValueCheck SHARE =
            ValueCheck.is("0 to 1", value -> value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 1);
    private static final ValueCheck MS = ValueCheck.is("milliseconds", ValueCheck::isCount);
    private static final Map<String, ValueCheck> CHECKS = Map.ofEntries(
            Map.entry(
                    "input.keyterms",
                    ValueCheck.is("a list of 100 at most", value -> value.isArray() && value.size() <= MOST_KEY_TERMS)),
            Map.entry(
                    "input.transcription_mode",
                    (path, value) -> ValueCheck.oneOf(path, value, List.of("min_latency", "balanced", "max_accuracy"))),
            Map.entry(
                    "input.transcription_prompt",
                    ValueCheck.is(
                            "at most 1750 characters",
                            value -> value.isTextual() && value.textValue().length() <= MOST_PROMPT)),
            Map.entry("input.language_codes", ValueCheck.is("a list", JsonNode::isArray)),
            Map.entry(
                    "input.voice_focus",
                    (path, value) -> ValueCheck.oneOf(path, value, List.of("near-field", "far-field"))),
            Map.entry("input.turn_detection.vad_threshold", SHARE),
            Map.entry("input.turn_detection.min_silence", MS),
            Map.entry("input.turn_detection.max_silence", MS),
            Map.entry("input.turn_detection.interrupt_response", ValueCheck.is("a boolean", JsonNode::isBoolean)),
            Map.entry("input.turn_detection.interruption_delay", whole(0, 1_000)),
            Map.entry("output.volume", whole(0, 100)),
            Map.entry(
                    "tools.execution_mode",
                    (path, value) -> ValueCheck.oneOf(path, value, List.of("interactive", "hold"))),
            Map.entry("tools.timeout_seconds", whole(1, 300)),
            Map.entry("tools.parameters", ValueCheck.is("an object", JsonNode::isObject)));

    private AssemblyAiLimits() {}

    static void check(String path, JsonNode value) throws ProtocolError {
        ValueCheck check = CHECKS.get(path);
        if (check != null) {
            check.check(path, value);
        }
    }

    /** What {@code session} asks for and is given without effect, each with what happens instead. */
    static List<String> notEmulated(ObjectNode session, long endpointingMs) {
        List<String> found = new ArrayList<>();
        JsonNode detection = session.at("/input/turn_detection");
        if (detection.has("min_silence") || detection.has("max_silence")) {
            found.add("min_silence and max_silence: a turn ends after " + endpointingMs
                    + " ms of silence, as --endpointing says");
        }
        if (detection.has("interruption_delay")) {
            found.add("interruption_delay: it yields at once, or as --fault variant says");
        }
        if (session.at("/output/volume").asInt(100) != 100) {
            found.add("volume: it speaks as loud as ever");
        }
        return found;
    }

    private static ValueCheck whole(int least, int most) {
        return ValueCheck.is(
                least + " to " + most, value -> value.isInt() && value.intValue() >= least && value.intValue() <= most);
    }
}
