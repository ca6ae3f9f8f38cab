package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.DialledAgent;
import dev.sidetone.bridge.call.Call;
import dev.sidetone.bridge.call.CallListener;
import dev.sidetone.bridge.socket.Loop;
import dev.sidetone.bridge.socket.Site;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.SignatureCheck;
import dev.sidetone.bridge.twilio.TwilioLeg;
import dev.sidetone.bridge.twilio.Twiml;
import dev.sidetone.bridge.twilio.Webhook;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bridge's routes: webhooks, the stream, health. Called on whichever event loop a request arrived on; calls stay on theirs. */
public final class BridgeSite implements Site {
    static final String VOICE = "/voice";
    private static final String AFTER_STREAM = "/after-stream";
    private static final String MEDIA = "/media";
    private static final Logger LOG = LoggerFactory.getLogger(BridgeSite.class);

    private final BridgeConfig config;
    private final Function<String, CallListener> watch;
    private final SignatureCheck signatures;
    private final CallDesk desk = new CallDesk();
    private final Map<String, Document> documents = Map.of(VOICE, this::voice, AFTER_STREAM, this::afterStream);

    /** The TwiML that answers one webhook. */
    private interface Document {
        String twiml(Webhook webhook, OutsideView outside);
    }

    public BridgeSite(BridgeConfig config, Function<String, CallListener> watch) {
        this.config = config;
        this.watch = watch;
        this.signatures = new SignatureCheck(config.authToken());
    }

    @Override
    public Response answer(Request request, Loop loop) {
        if (request.path().equals("/health")) {
            return Response.text(200, "ok\n");
        }
        if (request.path().equals(MEDIA)) {
            return Response.text(426, "this is the stream's address: connect a WebSocket\n");
        }
        Document document = documents.get(request.path());
        if (document == null) {
            return Response.text(404, "not a route of the bridge; webhooks go to POST " + VOICE + "\n");
        }
        if (!request.method().equals("POST")) {
            return Response.text(405, "POST it\n");
        }
        return document(document, request, new OutsideView(config.publicUrl(), request));
    }

    @Override
    public Upgrade upgrade(Request request, Loop loop) {
        if (!request.path().equals(MEDIA)) {
            return new Upgrade.Refuse(404, "the stream's path is " + MEDIA);
        }
        OutsideView outside = new OutsideView(config.publicUrl(), request);
        if (!isLetIn(request, signatures.upgrade(outside.streamUrl(MEDIA), outside.signature()))) {
            return new Upgrade.Refuse(403, "wrong signature");
        }
        return new Upgrade.Accept(new TwilioLeg((start, leg) -> admit(start, leg, loop)));
    }

    private Response document(Document document, Request request, OutsideView outside) {
        Webhook webhook = Webhook.ofForm(request.body());
        SignatureCheck.Verdict verdict = signatures.form(outside.requestUrl(), webhook.fields(), outside.signature());
        if (!isLetIn(request, verdict)) {
            return Response.text(403, "wrong signature\n");
        }
        return new Response(200, Twiml.CONTENT_TYPE, document.twiml(webhook, outside));
    }

    private boolean isLetIn(Request request, SignatureCheck.Verdict verdict) {
        boolean unsignedFromHere =
                verdict == SignatureCheck.Verdict.MISSING && request.fromLoopback() && config.publicUrl() == null;
        boolean letIn = verdict == SignatureCheck.Verdict.GENUINE || unsignedFromHere;
        if (!letIn) {
            LOG.warn("{} {}: signature {}, refused with 403", request.method(), request.path(), verdict);
        }
        return letIn;
    }

    private String voice(Webhook webhook, OutsideView outside) {
        return Twiml.connect(outside.streamUrl(MEDIA), desk.token(webhook.callSid()), AFTER_STREAM);
    }

    private String afterStream(Webhook webhook, OutsideView outside) {
        return desk.ending(webhook.callSid()) == Call.Ending.NO_AGENT
                ? Twiml.sayAndHangUp("We are sorry, nobody can take your call at the moment. Please call again later.")
                : Twiml.hangUp();
    }

    /** A stream becomes a call when it brings the token that its TwiML gave out, once. */
    private @Nullable Call admit(FromTwilio.Start start, TwilioLeg leg, Loop loop) {
        String callSid = start.callSid();
        if (!desk.redeem(callSid, start.parameters().getOrDefault("token", ""))) {
            LOG.warn("{}: a stream without the token of its TwiML, turned away", callSid);
            return null;
        }
        return new Call(
                leg,
                events -> DialledAgent.dial(AgentDialects.of(config.agent()), loop, events),
                loop,
                watch.apply(callSid),
                how -> desk.ended(callSid, how));
    }
}
