package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.MissedTurn;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.audio.MulawChunk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a session that goes on with a call must know: what was said, and what was not answered. Owned by {@link AgentSessions}. */
final class ConversationHistory {
    private final Recall recall = new Recall();
    private final UnansweredTurn unanswered = new UnansweredTurn();
    private final Map<String, String> openCalls = new HashMap<>();

    void heard(MulawChunk audio) {
        unanswered.heard(audio);
    }

    void pressed(char digit) {
        unanswered.pressed(digit);
    }

    /** The same in words for a session that did not call the tool itself, or null if nobody waits for it. */
    @Nullable
    String gave(ToolResult result) {
        recall.add(result);
        String tool = openCalls.remove(result.callId());
        return tool == null ? null : "The tool " + tool + " that you called has given you " + result.json();
    }

    /** The session that talks told something. */
    void told(AgentEvent event) {
        if (event instanceof AgentEvent.Said said) {
            recall.add(said);
        } else if (event instanceof AgentEvent.ToolCalled called) {
            recall.add(called);
            if (!called.callId().isEmpty()) {
                openCalls.put(called.callId(), called.name());
            }
        } else if (event instanceof AgentEvent.CallerStarted) {
            unanswered.callerStarted();
        } else if (event instanceof AgentEvent.CallerStopped) {
            unanswered.callerStopped();
        } else if (event instanceof AgentEvent.Audio audio) {
            unanswered.answered(audio.answerId());
        }
    }

    /** What was said last, a line each. */
    List<String> lines() {
        return recall.lines();
    }

    /** @param owed whether an answer is still due */
    MissedTurn missed(boolean owed) {
        return unanswered.turn(owed, recall.callersLast());
    }
}
