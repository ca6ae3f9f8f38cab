package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.agent.ProtocolError;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The spelling of one service that speaks OpenAI's protocol, against the GA shape in which the session is kept. One per session, on its
 * loop.
 */
public interface OpenAiShape {
    /** The reason to close a session right after its upgrade, or null. */
    default @Nullable ProtocolError refusal(RequestHandler.Request request) {
        return null;
    }

    /** Turns a client's event into the GA shape, in place; refuses what this service does not know, and names what it does not do. */
    void incoming(ObjectNode event, Consumer<String> notEmulated) throws ProtocolError;

    /** Whether the service turns what it hears into words. */
    default boolean recognisesSpeech() {
        return false;
    }

    /** Whether the service sends a message to keep the connection alive, which nobody answers. */
    default boolean sendsPings() {
        return false;
    }

    /** The events that this service sends for a GA event, in its own spelling. */
    List<ObjectNode> outgoing(ObjectNode event);
}
