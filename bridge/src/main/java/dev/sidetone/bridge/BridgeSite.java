package dev.sidetone.bridge;

import dev.sidetone.bridge.call.Call;
import dev.sidetone.bridge.call.Ending;
import dev.sidetone.bridge.socket.Loop;
import dev.sidetone.bridge.socket.Site;
import dev.sidetone.bridge.tools.HttpToolPost;
import dev.sidetone.bridge.tools.ToolPost;
import dev.sidetone.bridge.twilio.Twiml;
import dev.sidetone.bridge.twilio.Webhook;
import dev.sidetone.bridge.twilio.rest.CallControl;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The bridge's routes: webhooks, callbacks, the stream, health. Called on whichever event loop a request arrived on; calls stay on theirs. */
public final class BridgeSite implements Site {
    static final String VOICE = "/voice";
    static final String AFTER_STREAM = "/after-stream";
    static final String MEDIA = AddressProof.STREAM;

    private final BridgeConfig config;
    private final String instance = UUID.randomUUID().toString();
    private final CallDesk desk = new CallDesk();
    private final LiveCalls calls = new LiveCalls();
    private final BridgeMetrics metrics = new BridgeMetrics(calls::size);
    private final Doorkeeper doorkeeper;
    private final StreamDoor streams;
    private final CallPages pages;
    private final CallNews news;
    private final CallWatch watch;
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
        Response answer(Webhook webhook, OutsideView outside, long nowNs);
    }

    /**
     * A bridge that cannot control calls from beside their streams.
     *
     * @param watch who watches its calls; one that minds only the agent's side is a function of the CallSid
     */
    public BridgeSite(BridgeConfig config, CallWatch watch) {
        this(config, watch, CallControl.none());
    }

    public BridgeSite(BridgeConfig config, CallWatch watch, CallControl control) {
        this(config, watch, control, new HttpToolPost());
    }

    /** @param tools how tools that are not built in are asked */
    public BridgeSite(BridgeConfig config, CallWatch watch, CallControl control, ToolPost tools) {
        this.config = config;
        this.watch = watch;
        this.doorkeeper = new Doorkeeper(config.authToken(), metrics);
        this.streams = new StreamDoor(config, control, watch, desk, calls, metrics, tools);
        this.pages = new CallPages(config.rules(), desk, calls, metrics, watch);
        this.news = new CallNews(desk, calls);
    }

    @Override
    public Response answer(Request request, Loop loop) {
        switch (request.path()) {
            case AddressProof.HEALTH -> {
                return health(new OutsideView(config.publicUrl(), request));
            }
            case "/metrics" -> {
                return metrics(new OutsideView(config.publicUrl(), request));
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
    public Upgrade upgrade(Request request, Loop loop) {
        if (!request.path().equals(MEDIA) && !request.path().equals(MEDIA + "/")) {
            return new Upgrade.Refuse(404, "the stream's path is " + MEDIA);
        }
        if (!doorkeeper.letsInStream(new OutsideView(config.publicUrl(), request), MEDIA, loop.nowNs())) {
            refusedSignature(request, loop.nowNs());
            return new Upgrade.Refuse(403, "wrong signature");
        }
        boolean mirror = request.headers().containsKey(AddressProof.MIRROR.toLowerCase(Locale.ROOT));
        return new Upgrade.Accept(mirror ? new MirrorStream(instance, loop) : streams.stream(loop));
    }

    /** Another at every start: whoever reads it in an answer has reached this very bridge. */
    String instance() {
        return instance;
    }

    /** The call that runs under a CallSid, to be used on its own loop only. */
    @Nullable
    Call call(String callSid) {
        LiveCalls.Live live = calls.get(callSid);
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
        calls.tellAll(call -> call.end(Ending.SHUT_DOWN, "the bridge is going down"));
    }

    private Response health(OutsideView outside) {
        boolean draining = calls.isDraining();
        Map<String, String> proof =
                Map.of(AddressProof.INSTANCE, instance, AddressProof.SIGNATURE, doorkeeper.judges(outside));
        return new Response(
                draining ? 503 : 200, "text/plain; charset=utf-8", draining ? "going down\n" : "ok\n", proof);
    }

    /** How many call here is nobody's business who comes through the tunnel. */
    private Response metrics(OutsideView outside) {
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
        OutsideView outside = new OutsideView(config.publicUrl(), request);
        Webhook webhook = read(request);
        if (!doorkeeper.letsIn(outside, webhook, nowNs)) {
            refusedSignature(request, nowNs);
            return Response.text(403, "wrong signature\n");
        }
        return route.answer(webhook, outside, nowNs);
    }

    private void refusedSignature(Request request, long nowNs) {
        watch.refused(new CallWatch.Refusal(CallWatch.Why.SIGNATURE, request.path(), "", nowNs));
    }

    private static Webhook read(Request request) {
        if (request.method().equals("GET")) {
            return Webhook.ofForm(request.query());
        }
        return Doorkeeper.isForm(request) ? Webhook.ofForm(request.body()) : Webhook.ofJson(request.body());
    }

    private Response voice(Webhook webhook, OutsideView outside, long nowNs) {
        config.agents().callExpected(() -> {});
        return twiml(pages.inbound(webhook, outside, nowNs));
    }

    private Response outbound(Webhook webhook, OutsideView outside, long nowNs) {
        config.agents().callExpected(() -> {});
        return twiml(pages.outbound(webhook, outside, nowNs));
    }

    private Response afterStream(Webhook webhook, OutsideView outside, long nowNs) {
        news.streamIsOver(webhook.callSid());
        return twiml(pages.afterStream(webhook, outside, nowNs));
    }

    private Response callStatus(Webhook webhook, OutsideView outside, long nowNs) {
        watch.callStatus(webhook, nowNs);
        news.callStatus(webhook);
        return Response.text(204, "");
    }

    private Response streamStatus(Webhook webhook, OutsideView outside, long nowNs) {
        watch.streamStatus(webhook, nowNs);
        news.streamStatus(webhook);
        return Response.text(204, "");
    }

    private static Response twiml(String document) {
        return new Response(200, Twiml.CONTENT_TYPE, document);
    }
}
