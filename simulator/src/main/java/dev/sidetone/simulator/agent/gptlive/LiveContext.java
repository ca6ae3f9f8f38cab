package dev.sidetone.simulator.agent.gptlive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** What the client adds to the model's context, each at its place in the track. One per session, on its loop. */
final class LiveContext {
    /** What is added finds its place so much later. */
    private static final long PLACED_MS = 750;
    /** About four characters a token, and 500 tokens. */
    private static final int MOST_CHARS = 2_000;

    /** Something that was added and has not found its place. */
    private record Added(String type, @Nullable String eventId, long atMs) {}

    private final ArrayDeque<Added> added = new ArrayDeque<>();

    /** Takes one of the {@code append} messages; returns what it adds. */
    String add(ClientMessage event, boolean delegates, GptLiveOutput to) throws ProtocolError {
        event.onlyHas("content", "delegation_id");
        if (!event.body().has("delegation_id")) {
            throw ProtocolError.missing("delegation_id");
        }
        if (!event.body().path("delegation_id").isNull() && delegates) {
            throw ProtocolError.invalidValue("delegation_id", "It is null where the service delegates by itself.");
        }
        String content = event.string("content");
        if (content.length() > MOST_CHARS) {
            throw ProtocolError.invalidValue("content", "At most 500 tokens.");
        }
        added.add(new Added(event.type(), event.eventId(), to.clockMs() + PLACED_MS));
        return content;
    }

    /** Reports what has found its place by now. */
    void placed(GptLiveOutput to) {
        while (!added.isEmpty() && added.element().atMs() <= to.clockMs()) {
            Added placed = added.remove();
            ObjectNode message = to.message(placed.type() + "ed", placed.eventId());
            to.send(message.put("start_ms", to.clockMs()).put("end_ms", to.clockMs()));
        }
    }

    /** The session closes: what has not found its place never will. */
    void lost(GptLiveOutput to) {
        for (Added lost : added) {
            to.sendError(
                    new ProtocolError(
                            "context_injection_incomplete", "The session closed before it found its place.", null),
                    lost.eventId());
        }
        added.clear();
    }
}
