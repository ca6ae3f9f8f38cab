package dev.sidetone.simulator.agent.gemini;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.SessionContext;
import java.nio.charset.StandardCharsets;

/** Writes the messages of one Gemini session, in binary frames or, as a variant, in text; an error closes the wire. On the session's loop. */
final class GeminiWriter {
    static final int INVALID = 1007;
    static final int POLICY = 1008;
    static final int INTERNAL = 1011;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** A close frame has no room for more. */
    private static final int MOST_REASON_BYTES = 123;

    private final Connection wire;
    private final SessionContext context;
    private final boolean asText;

    GeminiWriter(Connection wire, SessionContext context) {
        this.wire = wire;
        this.context = context;
        this.asText = context.isInjected(AgentFault.VARIANT);
    }

    static ObjectNode message() {
        return JSON.objectNode();
    }

    void send(ObjectNode message) {
        send(message.toString());
    }

    void send(String json) {
        if (asText) {
            wire.send(json);
        } else {
            wire.send(json.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The client broke the protocol, or asked for what there is not. */
    void refuse(int closeCode, ProtocolError error) {
        context.log().errorSent(error, context.loop().nowNs());
        close(closeCode, error.message());
    }

    void close(int code, String reason) {
        String cut = reason;
        while (cut.getBytes(StandardCharsets.UTF_8).length > MOST_REASON_BYTES) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        wire.close(code, cut);
    }
}
