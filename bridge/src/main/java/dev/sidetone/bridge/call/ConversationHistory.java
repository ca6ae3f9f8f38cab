package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentEvent.Said;
import dev.sidetone.bridge.agent.AgentEvent.Speaker;
import dev.sidetone.bridge.agent.AgentEvent.ToolCalled;
import dev.sidetone.bridge.agent.ToolResult;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last words and tool calls of a conversation, for the session that continues it. Owned by {@link AgentSessions}. */
final class ConversationHistory {
    private static final int MOST_LINES = 24;
    private static final int MOST_CHARS = 400;

    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final StringBuilder callersLast = new StringBuilder();
    /** Tool names by the id of their call, as long as no result was given. */
    private final Map<String, String> openCalls = new HashMap<>();

    /** Takes in an event of the current session. */
    void add(AgentEvent event) {
        if (event instanceof Said said) {
            addSpeech(said.speaker(), said.text().strip());
        } else if (event instanceof ToolCalled called) {
            // The next session must know what was done already, so as not to do it again.
            addLine("You called the tool ", called.name() + " with " + called.arguments());
            if (!called.callId().isEmpty()) {
                openCalls.put(called.callId(), called.name());
            }
        }
    }

    /** Takes in a tool's result; returns it in words for a session that did not call the tool itself, or null if none waits for it. */
    @Nullable
    String add(ToolResult result) {
        addLine("The tool gave you ", result.json());
        String tool = openCalls.remove(result.callId());
        return tool == null ? null : "The tool " + tool + " that you called has given you " + result.json();
    }

    /** The last words and tool calls, one line each, addressed to the agent. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The caller's words since the agent's last ones, or an empty text. */
    String callersLast() {
        return cut(callersLast.toString());
    }

    private void addSpeech(Speaker speaker, String words) {
        if (words.isEmpty()) {
            return;
        }
        if (speaker == Speaker.AGENT) {
            callersLast.setLength(0);
            addLine("You: ", words);
        } else {
            // No more of them is ever read.
            if (callersLast.length() <= MOST_CHARS) {
                callersLast.append(callersLast.isEmpty() ? "" : " ").append(cut(words));
            }
            addLine("Caller: ", words);
        }
    }

    private void addLine(String prefix, String words) {
        lines.addLast(prefix + cut(words));
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
    }

    private static String cut(String words) {
        return words.length() > MOST_CHARS ? words.substring(0, MOST_CHARS) + "…" : words;
    }
}
