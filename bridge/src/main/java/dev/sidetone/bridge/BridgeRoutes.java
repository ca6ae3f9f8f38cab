package dev.sidetone.bridge;

import dev.sidetone.bridge.call.Call;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.tools.HttpToolClient;
import dev.sidetone.bridge.tools.ToolClient;
import dev.sidetone.bridge.twilio.Twiml;
import dev.sidetone.bridge.twilio.WebhookFields;
import dev.sidetone.bridge.twilio.rest.CallControl;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The bridge's routes: webhooks, callbacks, the stream, health. Called on whichever event loop a request arrived on; calls stay on theirs. */
public final class BridgeRoutes implements RequestHandler {
    static final String VOICE = "/voice";
    static final String AFTER_STREAM = "/after-stream";
    static final String MEDIA = BridgeProbe.STREAM;

    private final BridgeConfig config;
    private final String instance = UUID.randomUUID().toString();
    private final CallStateStore desk = new CallStateStore();
    private final RunningCalls calls = new RunningCalls();
    private final BridgeMetrics metrics = new BridgeMetrics(calls::size);
    private final RequestAuthenticator doorkeeper;
    private final StreamAcceptor streams;
    private final CallTwiml pages;
    private final StatusCallbacks news;
    private final BridgeListener watch;
    private final Map<String, Route> routes = Map.of(
            VOICE,
            this::voice,
            "/outbound",
            this::outbound,
            AFTER_STREAM,
            this::afterStream,
            "/call-status",
            this::callStatus,
            "/stream-status",
            this::streamStatus);

    /** The answer to what Twilio posts to one path. */
    private interface Route {
        Response answer(WebhookFields webhook, ExternalRequest outside, long nowNs);
    }

    /**
     * A bridge that cannot control calls from beside their streams.
     *
     * @param watch who watches its calls; one that minds only the agent's side is a function of the CallSid
     */
    public BridgeRoutes(BridgeConfig config, BridgeListener watch) {
        this(config, watch, CallControl.none());
    }

    public BridgeRoutes(BridgeConfig config, BridgeListener watch, CallControl control) {
        this(config, watch, control, new HttpToolClient());
    }

    /** @param tools how tools that are not built in are asked */
    public BridgeRoutes(BridgeConfig config, BridgeListener watch, CallControl control, ToolClient tools) {
        this.config = config;
        this.watch = watch;
        this.doorkeeper = new RequestAuthenticator(config.authToken(), metrics);
        this.streams = new StreamAcceptor(config, control, watch, desk, calls, metrics, tools);
        this.pages = new CallTwiml(config.rules(), desk, calls, metrics, watch);
        this.news = new StatusCallbacks(desk, calls);
    }

    @Override
    public Response answer(Request request, EventLoop loop) {
        switch (request.path()) {
            case BridgeProbe.HEALTH -> {
                return health(new ExternalRequest(config.publicUrl(), request));
            }
            case "/metrics" -> {
                return metrics(new ExternalRequest(config.publicUrl(), request));
            }
            case MEDIA -> {
                return Response.text(426, "this is the stream's address: connect a WebSocket\n");
            }
            default -> {
                return webhook(request, loop.nowNs());
            }
        }
    }

    @Override
    public Upgrade upgrade(Request request, EventLoop loop) {
        if (!request.path().equals(MEDIA) && !request.path().equals(MEDIA + "/")) {
            return new Upgrade.Refuse(404, "the stream's path is " + MEDIA);
        }
        if (!doorkeeper.letsInStream(new ExternalRequest(config.publicUrl(), request), MEDIA, loop.nowNs())) {
            refusedSignature(request, loop.nowNs());
            return new Upgrade.Refuse(403, "wrong signature");
        }
        boolean mirror = request.headers().containsKey(BridgeProbe.MIRROR.toLowerCase(Locale.ROOT));
        return new Upgrade.Accept(mirror ? new ProbeStream(instance, loop) : streams.stream(loop));
    }

    /** Another at every start: whoever reads it in an answer has reached this very bridge. */
    String instance() {
        return instance;
    }

    /** The call that runs under a CallSid, to be used on its own loop only. */
    @Nullable
    Call call(String callSid) {
        RunningCalls.Live live = calls.get(callSid);
        return live == null ? null : live.call();
    }

    int activeCalls() {
        return calls.size();
    }

    /** No call begins any more; what is returned comes when the last one has ended. */
    CompletableFuture<Void> drain() {
        return calls.drain();
    }

    /** Ends what still runs. */
    void endCalls() {
        calls.tellAll(call -> call.end(StreamEnding.SHUT_DOWN, "the bridge is going down"));
    }

    private Response health(ExternalRequest outside) {
        boolean draining = calls.isDraining();
        Map<String, String> proof =
                Map.of(BridgeProbe.INSTANCE, instance, BridgeProbe.SIGNATURE, doorkeeper.judges(outside));
        return new Response(
                draining ? 503 : 200, "text/plain; charset=utf-8", draining ? "going down\n" : "ok\n", proof);
    }

    /** How many call here is nobody's business who comes through the tunnel. */
    private Response metrics(ExternalRequest outside) {
        return outside.isPassedOn()
                ? Response.text(403, "not through a tunnel or proxy: ask the bridge's own port\n")
                : new Response(200, BridgeMetrics.CONTENT_TYPE, metrics.text());
    }

    private Response webhook(Request request, long nowNs) {
        Route route = routes.get(request.path());
        if (route == null) {
            return Response.text(404, "not a route of the bridge; webhooks go to POST " + VOICE + "\n");
        }
        if (!request.method().equals("POST") && !request.method().equals("GET")) {
            return Response.text(405, "POST it\n");
        }
        ExternalRequest outside = new ExternalRequest(config.publicUrl(), request);
        WebhookFields webhook = read(request);
        if (!doorkeeper.letsIn(outside, webhook, nowNs)) {
            refusedSignature(request, nowNs);
            return Response.text(403, "wrong signature\n");
        }
        return route.answer(webhook, outside, nowNs);
    }

    private void refusedSignature(Request request, long nowNs) {
        watch.refused(new BridgeListener.Refusal(BridgeListener.Why.SIGNATURE, request.path(), "", nowNs));
    }

    private static WebhookFields read(Request request) {
        if (request.method().equals("GET")) {
            return WebhookFields.ofForm(request.query());
        }
        return RequestAuthenticator.isForm(request)
                ? WebhookFields.ofForm(request.body())
                : WebhookFields.ofJson(request.body());
    }

    private Response voice(WebhookFields webhook, ExternalRequest outside, long nowNs) {
        config.agents().callExpected(() -> {});
        return twiml(pages.inbound(webhook, outside, nowNs));
    }

    private Response outbound(WebhookFields webhook, ExternalRequest outside, long nowNs) {
        config.agents().callExpected(() -> {});
        return twiml(pages.outbound(webhook, outside, nowNs));
    }

    private Response afterStream(WebhookFields webhook, ExternalRequest outside, long nowNs) {
        news.streamIsOver(webhook.callSid());
        return twiml(pages.afterStream(webhook, outside, nowNs));
    }

    private Response callStatus(WebhookFields webhook, ExternalRequest outside, long nowNs) {
        watch.callStatus(webhook, nowNs);
        news.callStatus(webhook);
        return Response.text(204, "");
    }

    private Response streamStatus(WebhookFields webhook, ExternalRequest outside, long nowNs) {
        watch.streamStatus(webhook, nowNs);
        news.streamStatus(webhook);
        return Response.text(204, "");
    }

    private static Response twiml(String document) {
        return new Response(200, Twiml.CONTENT_TYPE, document);
    }
}
