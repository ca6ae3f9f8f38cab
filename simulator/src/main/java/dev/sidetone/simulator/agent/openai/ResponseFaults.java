package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentLog;
import java.util.Set;

/** The faults that are injected into responses to turns. One per session, on its loop. */
final class ResponseFaults {
    /** Half a second of the line's audio. */
    private static final long PREAMBLE_BYTES = 4_000;

    private final Set<AgentFault> injected;
    private boolean active;

    ResponseFaults(Set<AgentFault> injected) {
        this.injected = injected;
    }

    /** A response begins, for {@code why}. */
    void begin(AgentLog.Why why) {
        active = why == AgentLog.Why.TURN;
    }

    /** Whether it is in words without sound. */
    boolean isInText() {
        return active && injected.contains(AgentFault.TEXT_ONLY);
    }

    /** Whether so many bytes of it are its preamble, so that the next are its answer. */
    boolean isPreamble(long bytes) {
        return active && injected.contains(AgentFault.PREAMBLE) && bytes >= PREAMBLE_BYTES;
    }

    /** Spoils what is said of it when it was sent whole. */
    void end(ObjectNode response) {
        if (active && injected.contains(AgentFault.INCOMPLETE)) {
            incomplete(response, "max_output_tokens");
        } else if (active && injected.contains(AgentFault.CONTENT_FILTER)) {
            incomplete(response, "content_filter");
        }
    }

    private static void incomplete(ObjectNode response, String reason) {
        response.put("status", "incomplete");
        response.putObject("status_details").put("type", "incomplete").put("reason", reason);
    }
}
