package dev.sidetone.bridge;

import dev.sidetone.bridge.call.Call;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.socket.AdmissionBudget;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The HTTP routes of a bridge: webhooks, callbacks, the stream, health, metrics. Called on the event loop that a request arrived on. */
public final class BridgeRoutes implements RequestHandler {
    static final String VOICE = BridgeProbe.VOICE;
    static final String OUTBOUND = "/outbound";
    static final String AFTER_STREAM = "/after-stream";
    static final String MEDIA = BridgeProbe.STREAM;

    private static final Pattern CALL_SID = Pattern.compile("CA[0-9a-fA-F]{32}");

    private final BridgeConfig config;
    private final String instance = UUID.randomUUID().toString();
    private final CallStateStore store = new CallStateStore();
    private final RunningCalls calls = new RunningCalls();
    private final CallLoops loops = new CallLoops();
    private final BridgeMetrics metrics = new BridgeMetrics(calls::size);
    private final RequestAuthenticator authenticator;
    private final DocumentRate documentRate = new DocumentRate(AdmissionBudget.usual());
    private final StreamAcceptor streams;
    private final CallTwiml documents;
    private final StatusCallbacks callbacks;
    private final BridgeListener listener;
    private final Map<String, Route> routes = Map.of(
            VOICE,
            this::voice,
            OUTBOUND,
            this::outbound,
            AFTER_STREAM,
            this::afterStream,
            "/call-status",
            this::callStatus,
            "/stream-status",
            this::streamStatus);

    /** The response to Twilio's requests at one path. */
    private interface Route {
        Response answer(WebhookFields webhook, ExternalRequest external, long nowNs);
    }

    /**
     * Routes of a bridge without call control.
     *
     * @param listener receives the events of its calls; a function of the CallSid if only the agent's side matters
     */
    public BridgeRoutes(BridgeConfig config, BridgeListener listener) {
        this(config, listener, CallControl.none());
    }

    public BridgeRoutes(BridgeConfig config, BridgeListener listener, CallControl control) {
        this(config, listener, control, new HttpToolClient());
    }

    /** @param tools calls the tools that are not built in */
    public BridgeRoutes(BridgeConfig config, BridgeListener listener, CallControl control, ToolClient tools) {
        this.config = config;
        this.listener = listener;
        this.authenticator =
                new RequestAuthenticator(config.authToken(), config.policy().pages(), metrics);
        this.streams = new StreamAcceptor(config, control, listener, store, calls, metrics, tools, loops);
        this.documents = new CallTwiml(config.policy(), store, calls, metrics, listener);
        this.callbacks = new StatusCallbacks(store, calls);
    }

    @Override
    public Response answer(Request request, EventLoop loop) {
        loops.arrivedOn(loop);
        switch (request.path()) {
            case BridgeProbe.HEALTH -> {
                return health(external(request));
            }
            case "/metrics" -> {
                return metrics(external(request));
            }
            case MEDIA -> {
                return Response.text(426, "this is the stream's address: connect a WebSocket\n");
            }
            default -> {
                return webhook(request, loop.nowNs());
            }
        }
    }

    /** Before a stream's token is known it is a stranger's. */
    @Override
    public AdmissionBudget.Limit messageLimit() {
        return AdmissionBudget.Limit.STREAM_MESSAGE_BYTES;
    }

    @Override
    public Upgrade upgrade(Request request, EventLoop loop) {
        if (!request.path().equals(MEDIA) && !request.path().equals(MEDIA + "/")) {
            return new Upgrade.Refuse(404, "the stream's path is " + MEDIA);
        }
        if (!authenticator.acceptsStream(external(request), MEDIA, loop.nowNs())) {
            reportRefused(request, loop.nowNs());
            return new Upgrade.Refuse(403, "wrong signature");
        }
        boolean mirror = request.headers().containsKey(BridgeProbe.MIRROR.toLowerCase(Locale.ROOT));
        return new Upgrade.Accept(mirror ? new ProbeStream(instance, loop) : streams.stream(loop));
    }

    /** The id of this bridge, a new one at every start: a response that carries it came from this very bridge. */
    String instance() {
        return instance;
    }

    /** The call that runs under a CallSid, or null; used on its own loop only. */
    @Nullable
    Call call(String callSid) {
        RunningCalls.RunningCall running = calls.get(callSid);
        return running == null ? null : running.call();
    }

    /** The token that signs requests of this process. */
    String signingToken() {
        return authenticator.signingToken();
    }

    int activeCalls() {
        return calls.size();
    }

    /** Accepts no more calls; the result completes when the last one has ended. */
    CompletableFuture<Void> drain() {
        return calls.drain();
    }

    /** Ends all calls that still run. */
    void endCalls() {
        calls.runOnEach(call -> call.end(StreamEnding.SHUT_DOWN, "the bridge is going down"));
    }

    private Response health(ExternalRequest external) {
        boolean draining = calls.isDraining();
        Map<String, String> proof =
                Map.of(BridgeProbe.INSTANCE, instance, BridgeProbe.SIGNATURE, authenticator.signatureVerdict(external));
        return new Response(
                draining ? 503 : 200, "text/plain; charset=utf-8", draining ? "going down\n" : "ok\n", proof);
    }

    private ExternalRequest external(Request request) {
        return new ExternalRequest(config.publicUrl(), config.host(), request);
    }

    /** The number of calls is not for the public, nor for a page that gave this machine a name. */
    private Response metrics(ExternalRequest external) {
        return config.policy().scrapers().accept(external.sender())
                ? new Response(200, BridgeMetrics.CONTENT_TYPE, metrics.text())
                : Response.text(
                        403,
                        "for this machine's own address only, by one of its names, and for those of --metrics-for\n");
    }

    private Response webhook(Request request, long nowNs) {
        Route route = routes.get(request.path());
        if (route == null) {
            return Response.text(404, "not a route of the bridge; webhooks go to POST " + VOICE + "\n");
        }
        if (!request.method().equals("POST") && !request.method().equals("GET")) {
            return Response.text(405, "POST it\n");
        }
        ExternalRequest external = external(request);
        String page = authenticator.reader(external);
        Response response = webhook(route, request, external, nowNs);
        return page == null ? response : response.readableBy(page);
    }

    private Response webhook(Route route, Request request, ExternalRequest external, long nowNs) {
        WebhookFields webhook = read(request);
        if (!authenticator.accepts(external, webhook, nowNs)) {
            reportRefused(request, nowNs);
            return Response.text(403, "wrong signature\n");
        }
        if (!external.mayChange()) {
            return shown(request, external);
        }
        if (beginsCall(request) && !documentRate.allows(webhook.callSid(), nowNs)) {
            metrics.requestRefused("rate");
            return Response.text(429, "too many requests for this call\n");
        }
        return isCall(request, external, webhook) ? route.answer(webhook, external, nowNs) : noCall();
    }

    /** Twilio names a call in each request for a document; without a signature a person at this machine may look at one. */
    private static boolean isCall(Request request, ExternalRequest external, WebhookFields webhook) {
        return !beginsCall(request)
                || external.signature() == null
                || CALL_SID.matcher(webhook.callSid()).matches();
    }

    private static boolean beginsCall(Request request) {
        return request.path().equals(VOICE) || request.path().equals(OUTBOUND);
    }

    /** What a person sees who opens the webhook in a browser: the document of no call, which takes no place. */
    private static Response shown(Request request, ExternalRequest external) {
        return beginsCall(request)
                ? twiml(Twiml.connect(external.streamUrl(MEDIA), "only-shown", AFTER_STREAM))
                : Response.text(405, "POST it\n");
    }

    /** Names this bridge, since a probe of the public address requests the document of no call. */
    private Response noCall() {
        return new Response(
                400,
                "text/plain; charset=utf-8",
                "there is no CallSid of Twilio's (CA and 32 hexadecimal digits), so this is no call\n",
                Map.of(BridgeProbe.INSTANCE, instance));
    }

    private void reportRefused(Request request, long nowNs) {
        listener.refused(new BridgeListener.Refusal(BridgeListener.RefusalReason.SIGNATURE, request.path(), "", nowNs));
    }

    private static WebhookFields read(Request request) {
        if (request.method().equals("GET")) {
            return WebhookFields.ofQuery(request.query());
        }
        return RequestAuthenticator.isForm(request)
                ? WebhookFields.ofForm(request.body())
                : WebhookFields.ofJson(request.body());
    }

    private Response voice(WebhookFields webhook, ExternalRequest external, long nowNs) {
        config.agents().callExpected(() -> {});
        return twiml(documents.inbound(webhook, external, nowNs));
    }

    private Response outbound(WebhookFields webhook, ExternalRequest external, long nowNs) {
        config.agents().callExpected(() -> {});
        return twiml(documents.outbound(webhook, external, nowNs));
    }

    private Response afterStream(WebhookFields webhook, ExternalRequest external, long nowNs) {
        if (!store.isRepeated(webhook.callSid(), external.signature())) {
            callbacks.streamOver(webhook.callSid());
            listener.documentRequested(new BridgeListener.DocumentRequest(
                    BridgeListener.Document.AFTER_STREAM, external.requestUrl(), webhook, nowNs));
        }
        return twiml(documents.afterStream(webhook));
    }

    private Response callStatus(WebhookFields webhook, ExternalRequest external, long nowNs) {
        listener.callStatus(webhook, nowNs);
        callbacks.callStatus(webhook);
        return Response.text(204, "");
    }

    private Response streamStatus(WebhookFields webhook, ExternalRequest external, long nowNs) {
        listener.streamStatus(webhook, nowNs);
        callbacks.streamStatus(webhook);
        return Response.text(204, "");
    }

    private static Response twiml(String document) {
        return new Response(200, Twiml.CONTENT_TYPE, document);
    }
}
