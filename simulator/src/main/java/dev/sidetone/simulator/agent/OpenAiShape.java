package dev.sidetone.simulator.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How one service that speaks OpenAI's protocol spells it, against the GA shape that the session is kept in. One per session. */
interface OpenAiShape {
    /** Turns a client's event into the GA shape, in place; refuses what this service does not know. */
    void incoming(ObjectNode event) throws Rejected;

    /** Whether the service turns what it hears into words. */
    default boolean recognisesSpeech() {
        return false;
    }

    /** What of a GA event this service sends, in its own spelling. */
    List<ObjectNode> outgoing(ObjectNode event);

    /** The shape of {@code visit}'s session. */
    static OpenAiShape of(AgentDoor.Visit visit) {
        return switch (visit.terms().wire()) {
            case OPENAI_BETA -> new BetaShape();
            case INWORLD -> new InworldShape(visit.suffers(AgentFault.VARIANT));
            default -> new GaShape();
        };
    }
}
