package dev.sidetone.bridge.agent.openai;

import dev.sidetone.bridge.agent.AgentPort;

/**
 * Asks the agent for responses one at a time: only one may be active, and a request made during one waits for its end. One per
 * conversation, on the call's event loop.
 */
final class ResponseQueue {
    private boolean active;
    private boolean wanted;
    /** The response before this one failed. */
    private boolean failed;

    boolean isActive() {
        return active;
    }

    /** A response is under way, asked for or not. */
    void begin() {
        active = true;
    }

    /** Asks for a response, now or as soon as there may be one. */
    void want(AgentPort port) {
        wanted = active;
        if (!active) {
            active = true;
            port.send(OpenAiMessages.respond());
        }
    }

    /** The one that was asked for came too early. */
    void refused() {
        active = true;
        wanted = true;
    }

    /** It came to nothing: asks for another in its place, once. {@code false} if that had been done already. */
    boolean failed() {
        boolean again = !failed;
        failed = again;
        wanted |= again;
        return again;
    }

    /** It came to its end, or was spoken over. */
    void succeeded() {
        failed = false;
    }

    void end(AgentPort port) {
        active = false;
        if (wanted) {
            want(port);
        }
    }
}
