package dev.sidetone.bridge;

import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.twilio.Twiml;
import dev.sidetone.bridge.twilio.WebhookFields;
import org.jspecify.annotations.Nullable;

/** The documents that Twilio gets for a call: before its stream, and after it. For any event loop. */
final class CallTwiml {
    private static final String APOLOGY =
            "We are sorry, nobody can take your call at the moment. Please call again later.";
    private static final String TOO_LONG =
            "This call has lasted as long as it may. Thank you for calling, and good-bye.";
    private static final String BUSY = "All our lines are busy at the moment. Please try again later.";

    private final CallPolicy rules;
    private final CallStateStore desk;
    private final RunningCalls calls;
    private final BridgeMetrics metrics;
    private final BridgeListener watch;

    CallTwiml(CallPolicy rules, CallStateStore desk, RunningCalls calls, BridgeMetrics metrics, BridgeListener watch) {
        this.rules = rules;
        this.desk = desk;
        this.calls = calls;
        this.metrics = metrics;
        this.watch = watch;
    }

    /** Somebody calls: the same answer however often Twilio asks. */
    String inbound(WebhookFields webhook, ExternalRequest outside, long nowNs) {
        if (!hasRoom(webhook.callSid(), nowNs)) {
            refused(webhook, outside, nowNs);
            return Twiml.busy();
        }
        return stream(webhook, outside, false, nowNs);
    }

    /** Somebody whom we called has answered. */
    String outbound(WebhookFields webhook, ExternalRequest outside, long nowNs) {
        if (!hasRoom(webhook.callSid(), nowNs)) {
            refused(webhook, outside, nowNs);
            return Twiml.sayAndHangUp(BUSY);
        }
        return stream(webhook, outside, true, nowNs);
    }

    /** The stream is over; whoever is asked for the next document still has the caller on the line, unless he has left. */
    String afterStream(WebhookFields webhook, ExternalRequest outside, long nowNs) {
        watch.asked(new BridgeListener.Asked(BridgeListener.Page.AFTER_STREAM, outside.requestUrl(), webhook, nowNs));
        if (webhook.get("CallStatus").equals("completed")) {
            return Twiml.hangUp();
        }
        StreamEnding ending = desk.ending(webhook.callSid());
        return ending == null ? Twiml.sayAndHangUp(APOLOGY) : after(ending);
    }

    private String after(StreamEnding ending) {
        return switch (ending.how()) {
            case CALLER_LEFT, AGENT_HUNG_UP -> Twiml.hangUp();
            case TRANSFER -> dialOrApologise(ending.number());
            case TOO_LONG -> Twiml.sayAndHangUp(TOO_LONG);
            case NO_AGENT, STREAM_LOST, SHUT_DOWN -> Twiml.sayAndHangUp(APOLOGY);
        };
    }

    private String dialOrApologise(@Nullable String number) {
        return number == null ? Twiml.sayAndHangUp(APOLOGY) : Twiml.dial(number, rules.longest());
    }

    private String stream(WebhookFields webhook, ExternalRequest outside, boolean placedByUs, long nowNs) {
        BridgeListener.Page page = placedByUs ? BridgeListener.Page.OUTBOUND : BridgeListener.Page.INBOUND;
        watch.asked(new BridgeListener.Asked(page, outside.requestUrl(), webhook, nowNs));
        String token = desk.token(webhook.callSid(), placedByUs, nowNs);
        return Twiml.connect(outside.streamUrl(BridgeRoutes.MEDIA), token, BridgeRoutes.AFTER_STREAM);
    }

    private void refused(WebhookFields webhook, ExternalRequest outside, long nowNs) {
        metrics.callRefused();
        watch.refused(new BridgeListener.Refusal(
                BridgeListener.Why.BUSY, outside.request().path(), webhook.callSid(), nowNs));
    }

    /** A call that runs or is expected has its place; so a repeated webhook, and a call back from a detour, find it. */
    private boolean hasRoom(String callSid, long nowNs) {
        if (calls.isDraining()) {
            return false;
        }
        return calls.get(callSid) != null
                || desk.isExpected(callSid, nowNs)
                || calls.size() + desk.expected(nowNs) < rules.mostCalls();
    }
}
