package dev.sidetone.bridge.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFlaw;
import dev.sidetone.bridge.agent.AgentPort;
import dev.sidetone.bridge.json.JsonText;
import java.util.Set;

/** What the response under way has brought: sound, or words alone; and why it ended. One per conversation, on the call's event loop. */
final class ResponseContent {
    private static final Set<String> TEXT = Set.of("text", "output_text");

    private boolean sounds;
    private String words = "";

    void begin() {
        sounds = false;
        words = "";
    }

    void sounds() {
        sounds = true;
    }

    /** {@code response.output_text.done}. */
    void says(String text) {
        words = text;
    }

    /** Reports what is wrong with it once it is over, as {@code response.done} says, and the words that were not heard. */
    void judge(JsonNode done, AgentPort port, long atNs) {
        if (JsonText.of(done.path("status")).equals("incomplete")) {
            port.report(new AgentEvent.Flawed(atNs, AgentFlaw.UNFINISHED, AgentFlaw.because(reason(done))));
        }
        String silent = sounds ? "" : words.isEmpty() ? written(done) : words;
        if (!silent.isEmpty()) {
            port.report(new AgentEvent.Said(atNs, AgentEvent.Speaker.AGENT, silent));
            port.report(new AgentEvent.Flawed(atNs, AgentFlaw.TEXT_ONLY, AgentFlaw.silently(silent)));
        }
    }

    private static String written(JsonNode done) {
        for (JsonNode item : done.path("output")) {
            for (JsonNode part : item.path("content")) {
                String text = JsonText.of(part.path("text"));
                if (TEXT.contains(JsonText.of(part.path("type"))) && !text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    private static String reason(JsonNode done) {
        JsonNode details = done.path("status_details");
        return JsonText.of(details.path("reason"), JsonText.of(details));
    }
}
