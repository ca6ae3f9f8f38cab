package dev.sidetone.bridge.agent.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.Handshake;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** The differences between services that speak OpenAI's protocol. One per conversation, on the call's event loop. */
public interface RealtimeProfile {
    /** Origin and path of the service, as they are set. */
    URI endpoint();

    CompletableFuture<Handshake> handshake();

    /** The longest session, or 0 where only the service itself announces it. */
    default long longestNs() {
        return 0;
    }

    /** The contents of {@code session.update}. */
    ObjectNode session();

    /** Whether {@code session()} says it another way from now on, after the service refused {@code param} of it. */
    boolean saysOtherwise(String param);

    /** The message about an answer that was not heard to its end. */
    Interruption interruption();

    /** Whether the greeting is asked for in a message of the caller's, since requests carry no instructions. */
    boolean greetsByMessage();

    /** Whether a conversation that was created stands for a session that was. */
    default boolean beginsWithConversation() {
        return false;
    }

    /** The failure behind an {@code error} event, whose code is one that ends everything or refuses the settings. */
    AgentFailure refusal(String code, String message);

    AgentFailure failure(int httpStatus, int closeCode, String reason);

    /** The messages of an interruption. */
    enum Interruption {
        /** It stops by itself; it is informed of how much was heard. */
        TRUNCATE,
        /** It is ordered to stop. */
        CANCEL
    }
}
