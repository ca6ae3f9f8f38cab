package dev.sidetone.bridge.agent;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bound of what one agent's session makes the bridge remember by ids and words of the agent's choice.
 *
 * <p>An agent that goes beyond it has broken the protocol, and its own call ends; where nothing is lost by it, the oldest is forgotten. Owned
 * by one {@link RemoteAgentLeg}, on the call's event loop.
 */
public final class AgentMemory {
    /** The longest id of an answer or a tool's call, and the longest name of a tool, in characters. Services' own have up to 64. */
    public static final int ID_CHARS = 256;

    /** The most ids of one kind that are kept at a time. */
    public static final int IDS = 256;

    /** The most pieces of answers that are sent and not heard: twenty minutes of 20 ms each. */
    public static final int UNHEARD = 60_000;

    /** The longest arguments of a tool's call, in characters: as long as the longest answer of a tool. */
    public static final int ARGUMENT_CHARS = 64 << 10;

    private final Set<String> waiting = new HashSet<>();

    /** Takes in an event; returns the reason to end the session, or null for what may be remembered. */
    @Nullable
    AgentFailure take(AgentEvent event) {
        if (event instanceof AgentEvent.Audio audio) {
            return isTooLong(audio.answerId()) ? tooLong("the id of an answer") : null;
        }
        return event instanceof AgentEvent.ToolCalled called ? take(called) : null;
    }

    /** A call of a tool has its result. */
    void answered(String callId) {
        waiting.remove(callId);
    }

    private @Nullable AgentFailure take(AgentEvent.ToolCalled called) {
        AgentFailure tooLong = ofCall(called.callId(), called.name());
        if (tooLong != null) {
            return tooLong;
        }
        if (!called.callId().isEmpty()) {
            waiting.add(called.callId());
        }
        return waiting.size() > IDS ? broken("more than " + IDS + " of its calls of tools wait for results") : null;
    }

    /** The reason to end the session for a call of a tool by these names, or null. */
    public static @Nullable AgentFailure ofCall(String callId, String name) {
        if (isTooLong(callId)) {
            return tooLong("the id of a tool's call");
        }
        return isTooLong(name) ? tooLong("the name of a tool") : null;
    }

    /** The reason to end the session when as many pieces of its answers as may be are sent and not heard. */
    public static AgentFailure unheard() {
        return broken("more than " + UNHEARD + " pieces of its answers wait to be heard");
    }

    private static boolean isTooLong(String id) {
        return id.length() > ID_CHARS;
    }

    private static AgentFailure tooLong(String what) {
        return broken(what + " is longer than " + ID_CHARS + " characters");
    }

    private static AgentFailure broken(String how) {
        return new AgentFailure(
                AgentFailure.Cause.DIED,
                "the agent broke the protocol: " + how + ", which is more than the bridge remembers for one call",
                "look at the agent's own log: no service does that by itself");
    }
}
