package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent.Said;
import dev.sidetone.bridge.agent.AgentEvent.Speaker;
import java.util.ArrayDeque;
import java.util.List;

/** What was said in a call last, for a session that goes on with it. Owned by {@link AgentSessions}. */
final class Recall {
    private static final int MOST_LINES = 24;
    private static final int MOST_CHARS = 400;

    private final ArrayDeque<String> lines = new ArrayDeque<>();

    void add(Said said) {
        String words = said.text().strip();
        if (words.isEmpty()) {
            return;
        }
        String cut = words.length() > MOST_CHARS ? words.substring(0, MOST_CHARS) + "…" : words;
        lines.addLast((said.speaker() == Speaker.AGENT ? "You: " : "Caller: ") + cut);
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
