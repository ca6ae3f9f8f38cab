package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.socket.Loop;
import dev.sidetone.bridge.socket.Site;
import dev.sidetone.bridge.socket.Wire;
import dev.sidetone.bridge.socket.WireListener;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One WebSocket on the OpenAI Realtime GA wire: who may come in, and the session behind the door. On its loop. */
final class OpenAiWire implements WireListener {
    static final String PATH = "/v1/realtime";

    private static final String DEFAULT_MODEL = "gpt-realtime";
    /** The key that the agent takes for a wrong one. */
    private static final String WRONG_KEY = "Bearer bad";

    private final FakeAgent.Terms terms;
    private final Site.Request request;
    private final Loop loop;
    private final int number;
    private final AgentLog log;
    private @Nullable OpenAiSession session;

    OpenAiWire(FakeAgent.Terms terms, Site.Request request, Loop loop, int number, AgentLog log) {
        this.terms = terms;
        this.request = request;
        this.loop = loop;
        this.number = number;
        this.log = log;
    }

    /** Whether a request brings a key at all; if the key is right is only told after the upgrade. */
    static boolean hasKey(Site.Request request) {
        String authorization = request.headers().getOrDefault("authorization", "");
        return authorization.startsWith("Bearer ")
                && !authorization.substring(7).isBlank();
    }

    @Override
    public void onOpened(Wire wire, long atNs) {
        OpenAiOut out = new OpenAiOut(wire, number, log, loop);
        if (WRONG_KEY.equals(request.headers().get("authorization"))) {
            log.note("a wrong key", atNs);
            out.close(3000, "invalid_request_error.invalid_api_key");
            return;
        }
        if (request.headers().containsKey("openai-beta")) {
            out.complain(
                    new Rejected(
                            "beta_api_shape_disabled",
                            "The Realtime beta is gone: leave out the header 'OpenAI-Beta' and use the GA shape.",
                            null),
                    null);
            out.close(4000, "invalid_request_error.beta_api_shape_disabled");
            return;
        }
        session = new OpenAiSession(terms, model(request.query()), out, loop, log);
        session.greet();
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
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        log.note("the socket failed: " + why, atNs);
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
