package dev.sidetone.bridge.agent.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentPort;

/** The words of one speaker, which come in fragments and in no order with the sound. On the call's event loop. */
final class GeminiTranscript {
    /** Longer words are passed on as they are. */
    private static final int MOST_CHARS = 4_000;

    private final AgentEvent.Speaker speaker;
    private final StringBuilder words = new StringBuilder();

    GeminiTranscript(AgentEvent.Speaker speaker) {
        this.speaker = speaker;
    }

    void add(JsonNode fragment, AgentPort port, long atNs) {
        words.append(GeminiMessages.text(fragment.path("text")));
        if (fragment.path("finished").asBoolean() || words.length() > MOST_CHARS) {
            flush(port, atNs);
        }
    }

    /** Reports what there is. */
    void flush(AgentPort port, long atNs) {
        String said = words.toString().strip();
        words.setLength(0);
        if (!said.isEmpty()) {
            port.report(new AgentEvent.Said(atNs, speaker, said));
        }
    }
}
