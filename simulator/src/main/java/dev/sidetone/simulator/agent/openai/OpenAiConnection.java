package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.SessionContext;
import org.jspecify.annotations.Nullable;

/** One WebSocket on OpenAI's protocol: closes it on a wrong key or a wrong shape, else runs the session. On its loop. */
public final class OpenAiConnection implements ConnectionListener {
    /** The key that the agent takes for a wrong one. */
    private static final String WRONG_KEY = "Bearer bad";

    private static final long PING_NS = 5_000_000_000L;

    private final SessionContext context;
    private final OpenAiShape shape;
    private @Nullable OpenAiSession session;
    private Timers.@Nullable Timer ping;

    public OpenAiConnection(SessionContext context, OpenAiShape shape) {
        this.context = context;
        this.shape = shape;
    }

    @Override
    public void onOpened(Connection wire, long atNs) {
        OpenAiWriter out = new OpenAiWriter(wire, shape, context.number(), context.log(), context.loop());
        if (isRefused(out, atNs)) {
            return;
        }
        String model = OpenAiModels.named(context.request().query());
        session = new OpenAiSession(context, model == null ? OpenAiModels.DEFAULT : model, out);
        session.greet();
        if (shape.sendsPings()) {
            ping(wire);
        }
    }

    private boolean isRefused(OpenAiWriter out, long atNs) {
        boolean wrong = WRONG_KEY.equals(context.request().headers().get("authorization"));
        if (wrong || context.isInjected(AgentFault.KEY)) {
            context.log().note("a wrong key", atNs);
            out.close(3000, "invalid_request_error.invalid_api_key");
            return true;
        }
        ProtocolError refusal = shape.refusal(context.request());
        if (refusal == null) {
            return false;
        }
        out.sendError(refusal, null);
        out.close(4000, "invalid_request_error." + refusal.code());
        return true;
    }

    /** Keeps the connection alive; nobody answers. */
    private void ping(Connection wire) {
        ping = context.loop().after(PING_NS, () -> {
            wire.send(JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "ping")
                    .put("timestamp", context.terms().calendar().millis())
                    .toString());
            ping(wire);
        });
    }

    @Override
    public void onText(String text, long atNs) {
        if (session != null) {
            session.take(text, atNs);
        }
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        if (session != null) {
            session.takeBinary();
        }
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        if (session != null) {
            session.leave();
            session = null;
        }
        if (ping != null) {
            ping.cancel();
        }
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        context.log().note("the socket failed: " + why, atNs);
    }
}
