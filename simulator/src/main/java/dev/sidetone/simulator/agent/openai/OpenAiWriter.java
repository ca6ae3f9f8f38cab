package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import org.jspecify.annotations.Nullable;

/** The way out of one session: names things, stamps every event with an id, complains. On the session's loop. */
final class OpenAiWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Connection wire;
    private final OpenAiShape shape;
    private final int session;
    private final AgentLog log;
    private final NanoClock clock;
    private int events;
    private int names;

    OpenAiWriter(Connection wire, OpenAiShape shape, int session, AgentLog log, NanoClock clock) {
        this.wire = wire;
        this.shape = shape;
        this.session = session;
        this.log = log;
        this.clock = clock;
    }

    /** A name that no other session of this agent uses, as in {@code item_3_14}. */
    String name(String kind) {
        return kind + "_" + session + "_" + ++names;
    }

    /** A new event, with its id. */
    ObjectNode event(String type) {
        return JSON.objectNode().put("type", type).put("event_id", "event_" + session + "_" + ++events);
    }

    void send(ObjectNode event) {
        shape.outgoing(event).forEach(each -> wire.send(each.toString()));
    }

    /** Whether the service turns what it hears into words. */
    boolean recognisesSpeech() {
        return shape.recognisesSpeech();
    }

    /** Takes an event into the session's own spelling. */
    void translate(ClientMessage event) throws ProtocolError {
        shape.incoming(event.body(), this::notEmulated);
    }

    /** An injected fault: something that is not a message. */
    void malformed() {
        wire.send("{\"type\":");
    }

    /** An injected fault: an error that is a text and has no code. */
    void complain() {
        send(event("error").put("error", "The kettle is empty."));
    }

    /** Answers the client event {@code eventId} with an error; the session goes on. */
    void sendError(ProtocolError rejected, @Nullable String eventId) {
        log.errorSent(rejected, clock.nowNs());
        ObjectNode event = event("error");
        event.putObject("error")
                .put("type", "invalid_request_error")
                .put("code", rejected.code())
                .put("message", rejected.message())
                .put("param", rejected.param())
                .put("event_id", eventId);
        send(event);
    }

    /** Notes that {@code what} is taken and not done. */
    void notEmulated(String what) {
        log.notEmulated(what, clock.nowNs());
    }

    void close(int code, String reason) {
        wire.close(code, reason);
    }
}
