package dev.sidetone.bridge.agent.assemblyai;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFlaw;
import dev.sidetone.bridge.agent.AgentPort;
import java.util.Set;

/** What the reply under way has brought, sound or words alone. One per conversation, on the call's event loop. */
final class ReplyContent {
    /** The states of a reply that was said to its end; some replies have none. */
    private static final Set<String> WHOLE = Set.of("", "completed", "complete", "done");

    private boolean sounds;
    private String words = "";

    void begin() {
        sounds = false;
        words = "";
    }

    void sounds(boolean more) {
        sounds |= more;
    }

    void says(String text) {
        words = text;
    }

    /** Reports what is wrong with a reply that is over and was not interrupted. */
    void judge(String status, AgentPort port, long atNs) {
        if (!WHOLE.contains(status)) {
            port.report(new AgentEvent.Flawed(atNs, AgentFlaw.UNFINISHED, AgentFlaw.because(status)));
        }
        if (!sounds && !words.isEmpty()) {
            port.report(new AgentEvent.Flawed(atNs, AgentFlaw.TEXT_ONLY, AgentFlaw.silently(words)));
        }
        begin();
    }
}
