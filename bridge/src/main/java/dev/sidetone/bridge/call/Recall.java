package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent.Said;
import dev.sidetone.bridge.agent.AgentEvent.Speaker;
import dev.sidetone.bridge.agent.AgentEvent.ToolCalled;
import dev.sidetone.bridge.agent.ToolResult;
import java.util.ArrayDeque;
import java.util.List;

/** What was said and done in a call last, for a session that goes on with it. Owned by {@link ConversationHistory}. */
final class Recall {
    private static final int MOST_LINES = 24;
    private static final int MOST_CHARS = 400;

    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final StringBuilder callersLast = new StringBuilder();

    void add(Said said) {
        String words = said.text().strip();
        if (words.isEmpty()) {
            return;
        }
        if (said.speaker() == Speaker.AGENT) {
            callersLast.setLength(0);
            line("You: ", words);
        } else {
            callersLast.append(callersLast.isEmpty() ? "" : " ").append(cut(words));
            line("Caller: ", words);
        }
    }

    /** So that what was done is not done again. */
    void add(ToolCalled called) {
        line("You called the tool ", called.name() + " with " + called.arguments());
    }

    void add(ToolResult result) {
        line("The tool gave you ", result.json());
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** What the caller has said since the agent's last words, or nothing. */
    String callersLast() {
        return cut(callersLast.toString());
    }

    private void line(String whose, String words) {
        lines.addLast(whose + cut(words));
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
    }

    private static String cut(String words) {
        return words.length() > MOST_CHARS ? words.substring(0, MOST_CHARS) + "…" : words;
    }
}
