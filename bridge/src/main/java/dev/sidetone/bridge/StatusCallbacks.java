package dev.sidetone.bridge;

import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.bridge.twilio.TwilioLeg;
import dev.sidetone.bridge.twilio.WebhookFields;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles Twilio's status callbacks: logs them, and ends a call whose end its stream did not report. */
final class StatusCallbacks {
    private static final Logger LOG = LoggerFactory.getLogger(StatusCallbacks.class);
    private static final int MOST_CHARS = 200;
    private static final Set<String> OVER = Set.of("completed", "busy", "no-answer", "failed", "canceled");

    private final CallStateStore store;
    private final RunningCalls calls;

    StatusCallbacks(CallStateStore store, RunningCalls calls) {
        this.store = store;
        this.calls = calls;
    }

    /** Handles a call's status callback. They may arrive in any order; only an end has an effect. */
    void callStatus(WebhookFields fields) {
        String callSid = fields.callSid();
        String status = fields.get("CallStatus");
        LOG.info("{}: call {} {}", plain(callSid), plain(status), plain(seconds(fields.get("CallDuration"))));
        if (OVER.contains(status)) {
            store.forget(callSid);
            calls.runOn(
                    callSid, call -> call.end(StreamEnding.CALLER_LEFT, "Twilio reports that the call is " + status));
        }
    }

    /** Handles a stream's status callback. */
    void streamStatus(WebhookFields fields) {
        String callSid = fields.callSid();
        String stream = fields.get("StreamSid");
        String event = fields.get("StreamEvent");
        switch (event) {
            case "stream-error" -> {
                String error = plain(fields.get("StreamError"));
                LOG.warn("{}: Twilio reports an error on stream {}: {}", plain(callSid), plain(stream), error);
                calls.runOn(callSid, call -> call.streamEnded(stream, TwilioLeg.End.LOST, error));
            }
            case "stream-stopped" -> {
                LOG.info("{}: {} {}", plain(callSid), plain(event), plain(stream));
                calls.runOn(
                        callSid,
                        call -> call.streamEnded(
                                stream, TwilioLeg.End.STOPPED, "Twilio reports that the stream stopped"));
            }
            default -> LOG.info("{}: {} {}", plain(callSid), plain(event), plain(stream));
        }
    }

    /** Twilio requests the document after a stream, which is over even if its socket has not reported it. */
    void streamOver(String callSid) {
        calls.runOn(callSid, call -> call.streamEnded(null, TwilioLeg.End.LOST, "Twilio requested the next document"));
    }

    private static String seconds(String duration) {
        return duration.isEmpty() ? "" : "after " + duration + " s";
    }

    private static String plain(String text) {
        return ForeignText.line(text, MOST_CHARS);
    }
}
