package dev.sidetone.simulator.agent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sidetone.bridge.socket.Wire;
import dev.sidetone.bridge.socket.WireListener;
import dev.sidetone.bridge.time.Timers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One WebSocket on OpenAI's protocol: who turns out not to be let in, and the session behind the door. On its loop. */
final class OpenAiWire implements WireListener {
    private static final String DEFAULT_MODEL = "gpt-realtime";
    /** The key that the agent takes for a wrong one. */
    private static final String WRONG_KEY = "Bearer bad";

    private static final long PING_NS = 5_000_000_000L;

    private final AgentDoor.Visit visit;
    private @Nullable OpenAiSession session;
    private Timers.@Nullable Timer ping;

    OpenAiWire(AgentDoor.Visit visit) {
        this.visit = visit;
    }

    @Override
    public void onOpened(Wire wire, long atNs) {
        FakeWire kind = visit.terms().wire();
        OpenAiOut out = new OpenAiOut(wire, OpenAiShape.of(visit), visit.number(), visit.log(), visit.loop());
        if (isRefused(kind, out, atNs)) {
            return;
        }
        session = new OpenAiSession(visit, model(visit.request().query()), out);
        session.greet();
        if (kind == FakeWire.INWORLD) {
            ping(wire);
        }
    }

    private boolean isRefused(FakeWire kind, OpenAiOut out, long atNs) {
        boolean wrong = WRONG_KEY.equals(visit.request().headers().get("authorization"));
        if (wrong || visit.suffers(AgentFault.KEY)) {
            visit.log().note("a wrong key", atNs);
            out.close(3000, "invalid_request_error.invalid_api_key");
            return true;
        }
        boolean asksForBeta = visit.request().headers().containsKey("openai-beta");
        if (kind == FakeWire.OPENAI && asksForBeta) {
            turnAway(
                    out,
                    "beta_api_shape_disabled",
                    "The Realtime beta is gone: leave out the header 'OpenAI-Beta' and use the GA shape.");
            return true;
        }
        if (kind == FakeWire.OPENAI_BETA && !asksForBeta) {
            turnAway(out, "missing_beta_header", "This is the beta: send the header 'OpenAI-Beta: realtime=v1'.");
            return true;
        }
        return false;
    }

    private static void turnAway(OpenAiOut out, String code, String message) {
        out.complain(new Rejected(code, message, null), null);
        out.close(4000, "invalid_request_error." + code);
    }

    /** Inworld's keep-alive, which nobody answers. */
    private void ping(Wire wire) {
        ping = visit.loop().after(PING_NS, () -> {
            wire.send(JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "ping")
                    .put("timestamp", visit.terms().calendar().millis())
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
    public void onClosed(int code, String reason, long atNs) {
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
        visit.log().note("the socket failed: " + why, atNs);
    }

    private static String model(@Nullable String query) {
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                if (pair.startsWith("model=") && pair.length() > 6) {
                    return URLDecoder.decode(pair.substring(6), StandardCharsets.UTF_8);
                }
            }
        }
        return DEFAULT_MODEL;
    }
}
