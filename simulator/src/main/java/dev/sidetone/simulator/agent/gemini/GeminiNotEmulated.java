package dev.sidetone.simulator.agent.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The settings of a Gemini session that the fake takes but does not act on. Stateless, for any thread. */
final class GeminiNotEmulated {
    private static final Map<String, String> INSTEAD = Map.of(
            "/generationConfig/temperature", "it says what the script says",
            "/generationConfig/maxOutputTokens", "an answer is as long as the script says",
            "/generationConfig/thinkingConfig", "it answers after --think",
            "/realtimeInputConfig/automaticActivityDetection/startOfSpeechSensitivity",
                    "it hears what is above -45 dBm0",
            "/realtimeInputConfig/automaticActivityDetection/endOfSpeechSensitivity", "it hears what is above -45 dBm0",
            "/historyConfig", "it says what the script says",
            "/safetySettings", "it says what the script says");

    private GeminiNotEmulated() {}

    /** In words, each with what happens instead. */
    static List<String> in(ObjectNode setup, long endpointingMs) {
        List<String> found = new ArrayList<>();
        INSTEAD.forEach((path, instead) -> {
            if (!setup.at(path).isMissingNode()) {
                found.add(path.substring(path.lastIndexOf('/') + 1) + ": " + instead);
            }
        });
        JsonNode silence = setup.at("/realtimeInputConfig/automaticActivityDetection/silenceDurationMs");
        if (!silence.isMissingNode() && silence.asLong() != endpointingMs) {
            found.add(
                    "silenceDurationMs: a turn ends after " + endpointingMs + " ms of silence, as --endpointing says");
        }
        for (JsonNode tool : setup.path("tools")) {
            if (tool.has("googleSearch")) {
                found.add("googleSearch: nothing is looked up");
            }
        }
        found.sort(null);
        return found;
    }
}
