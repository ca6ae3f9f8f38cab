package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.MulawChunk;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * One vendor's wire, for one conversation: the only code that knows that vendor's field names. It reads and writes messages, carries
 * audio to and from the wire's format, and keeps what the protocol needs remembered; sockets and holding are {@link RemoteAgentLeg}'s.
 * Lives on the call's event loop.
 */
public interface AgentDialect {
    /** Origin and path of the service, as they are set. */
    URI endpoint();

    /**
     * The handshake that opens the wire: known, or asked for over HTTP first, from a vendor that gives out addresses. It completes on any
     * thread, or fails with {@link Handshake.Refused}.
     */
    CompletableFuture<Handshake> handshake();

    /** The caller audio that may wait until the agent is ready, in line frames; 0 for a vendor that refuses bursts. */
    int mostHeldFrames();

    /** The longest session that the vendor allows, or 0 where it is not documented. */
    default long longestNs() {
        return 0;
    }

    /** Whether another session on this wire can take over what was said in this one; asked once it is ready. */
    default boolean isRenewable() {
        return true;
    }

    /** Whether audio may be sent quicker than it was spoken. */
    default boolean takesBursts() {
        return true;
    }

    /**
     * The messages for an answer to what the caller said to an earlier session, on wires that cannot be given its audio.
     *
     * @param words what it was, empty where nobody knows
     */
    default void answer(String words, AgentPort port) {}

    /**
     * The caller is in the middle of words that an earlier session heard the beginning of, on wires that cannot be given its audio: the
     * caller must be answered even if the rest makes no sense to the agent.
     */
    default void hearsRestOfTurn(AgentPort port) {}

    /** The messages for something to speak of, on wires that have a word for it. */
    default void learn(String news, AgentPort port) {}

    /** The wire is open: says what this vendor wants to hear first. */
    void opened(AgentPort port, long atNs);

    /** Reads one text message: answers what the protocol demands and reports its meaning. */
    void read(String text, AgentPort port, long atNs);

    /** Reads one binary message; on a wire whose messages are text, one that holds such a text is read as that, any other is named. */
    default void read(byte[] binary, AgentPort port, long atNs) {
        String text = BinaryMessage.json(binary);
        if (text != null) {
            read(text, port, atNs);
        } else {
            port.report(
                    new AgentEvent.Flawed(
                            atNs,
                            AgentFlaw.UNREADABLE,
                            "sent binary messages that are not JSON, which its wire does not have; whatever is in them is left out"));
        }
    }

    /** The session's name as the agent has given it so far. */
    default SessionName session() {
        return SessionName.NONE;
    }

    /** The messages for 20 ms of the caller. */
    void hear(MulawChunk audio, AgentPort port);

    /** The messages for a key. */
    void press(char digit, AgentPort port);

    /** The messages for an answer of which only the first {@code heardMs} were heard. */
    void interrupt(String answerId, long heardMs, AgentPort port);

    /** The messages for what a tool gave, at the moment that this vendor wants them. */
    void giveResult(ToolResult result, AgentPort port);

    /** Says good-bye on wires that have a word for it; the wire is closed next. */
    default void leave(AgentPort port) {}

    /** The meaning of the wire's refusal or end. {@code httpStatus} is 0 when there was no HTTP answer or the wire was open already. */
    AgentFailure failure(int httpStatus, int closeCode, String reason);
}
