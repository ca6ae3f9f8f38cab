package dev.sidetone.bridge;

import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.twilio.Twiml;
import dev.sidetone.bridge.twilio.WebhookFields;
import org.jspecify.annotations.Nullable;

/** Chooses the TwiML that Twilio gets for a call before and after its stream. For any event loop. */
final class CallTwiml {
    private static final String APOLOGY =
            "We are sorry, nobody can take your call at the moment. Please call again later.";
    private static final String TOO_LONG =
            "This call has lasted as long as it may. Thank you for calling, and good-bye.";
    private static final String CUT_OFF =
            "We are sorry, this call has to end now. Thank you for calling, and good-bye.";
    private static final String BUSY = "All our lines are busy at the moment. Please try again later.";

    private final CallPolicy policy;
    private final CallStateStore store;
    private final RunningCalls calls;
    private final BridgeMetrics metrics;
    private final BridgeListener listener;

    CallTwiml(
            CallPolicy policy,
            CallStateStore store,
            RunningCalls calls,
            BridgeMetrics metrics,
            BridgeListener listener) {
        this.policy = policy;
        this.store = store;
        this.calls = calls;
        this.metrics = metrics;
        this.listener = listener;
    }

    /** The document for an inbound call, the same however often Twilio requests it. */
    String inbound(WebhookFields webhook, ExternalRequest external, long nowNs) {
        if (!hasRoom(webhook.callSid(), nowNs)) {
            refuseBusy(webhook, external, nowNs);
            return Twiml.busy();
        }
        return stream(webhook, external, false, nowNs);
    }

    /** The document for an outbound call that was answered. */
    String outbound(WebhookFields webhook, ExternalRequest external, long nowNs) {
        if (!hasRoom(webhook.callSid(), nowNs)) {
            refuseBusy(webhook, external, nowNs);
            return Twiml.sayAndHangUp(BUSY);
        }
        return stream(webhook, external, true, nowNs);
    }

    /** The document after the stream. Twilio requests it while the caller is still there, and may do so when the caller has left. */
    String afterStream(WebhookFields webhook) {
        if (webhook.get("CallStatus").equals("completed")) {
            return Twiml.hangUp();
        }
        StreamEnding ending = store.ending(webhook.callSid());
        return ending == null ? Twiml.sayAndHangUp(APOLOGY) : after(ending);
    }

    private String after(StreamEnding ending) {
        return switch (ending.kind()) {
            case CALLER_LEFT, AGENT_HUNG_UP -> Twiml.hangUp();
            case TRANSFER -> dialOrApologize(ending.number());
            case TOO_LONG -> Twiml.sayAndHangUp(TOO_LONG);
            case NO_AGENT, STREAM_LOST -> Twiml.sayAndHangUp(APOLOGY);
            case SHUT_DOWN -> Twiml.sayAndHangUp(CUT_OFF);
        };
    }

    private String dialOrApologize(@Nullable String number) {
        return number == null ? Twiml.sayAndHangUp(APOLOGY) : Twiml.dial(number, policy.longest());
    }

    private String stream(WebhookFields webhook, ExternalRequest external, boolean placedByUs, long nowNs) {
        BridgeListener.Document document =
                placedByUs ? BridgeListener.Document.OUTBOUND : BridgeListener.Document.INBOUND;
        listener.documentRequested(new BridgeListener.DocumentRequest(document, external.requestUrl(), webhook, nowNs));
        String token = store.token(webhook.callSid(), placedByUs, external.signature(), nowNs);
        return Twiml.connect(external.streamUrl(BridgeRoutes.MEDIA), token, BridgeRoutes.AFTER_STREAM);
    }

    private void refuseBusy(WebhookFields webhook, ExternalRequest external, long nowNs) {
        metrics.callRefused();
        listener.refused(new BridgeListener.Refusal(
                BridgeListener.RefusalReason.BUSY, external.request().path(), webhook.callSid(), nowNs));
    }

    /** True for a call that runs or is expected already, so that a repeated webhook and a redirected call are accepted. */
    private boolean hasRoom(String callSid, long nowNs) {
        if (calls.isDraining()) {
            return false;
        }
        return calls.get(callSid) != null
                || store.isExpected(callSid, nowNs)
                || calls.size() + store.expected(nowNs) < policy.mostCalls();
    }
}
