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

    /** The most that a session may say in words and events, in characters: all of it may stay in the facts of a call. */
    public static final int WORD_CHARS = 8 << 20;

    /** What an event counts for besides its words: about as much as its fact takes. */
    private static final int EVENT_CHARS = 100;

    private final Set<String> waiting = new HashSet<>();
    private String lastAnswer = "";
    private long chars;

    /** Takes in an event; returns the reason to end the session, or null for what may be remembered. */
    @Nullable
    AgentFailure take(AgentEvent event) {
        AgentFailure ofIds = ofIds(event);
        if (ofIds != null || event instanceof AgentEvent.Failed) {
            return ofIds;
        }
        chars += size(event);
        return chars > WORD_CHARS
                ? broken("it sent more than " + WORD_CHARS + " characters of words and events")
                : null;
    }

    /** An answer's first sound is a fact, the rest of it is not; arguments are cut wherever they stay. */
    private int size(AgentEvent event) {
        if (event instanceof AgentEvent.Audio audio) {
            boolean first = !audio.answerId().equals(lastAnswer);
            lastAnswer = audio.answerId();
            return first ? EVENT_CHARS + lastAnswer.length() : 0;
        }
        if (event instanceof AgentEvent.Said said) {
            return EVENT_CHARS + said.text().length();
        }
        if (event instanceof AgentEvent.Complained complaint) {
            return EVENT_CHARS + complaint.code().length() + complaint.text().length();
        }
        if (event instanceof AgentEvent.Flawed flawed) {
            return EVENT_CHARS + flawed.what().length();
        }
        return event instanceof AgentEvent.ToolCalled called
                ? EVENT_CHARS + called.callId().length() + called.name().length()
                : EVENT_CHARS;
    }

    private @Nullable AgentFailure ofIds(AgentEvent event) {
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
