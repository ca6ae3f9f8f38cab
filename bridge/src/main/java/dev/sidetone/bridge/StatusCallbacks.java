package dev.sidetone.bridge;

import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.twilio.TwilioLeg;
import dev.sidetone.bridge.twilio.WebhookFields;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Twilio tells about calls and streams beside their streams: a line in the log, and an end where the stream did not tell it. */
final class StatusCallbacks {
    private static final Logger LOG = LoggerFactory.getLogger(StatusCallbacks.class);
    private static final Set<String> OVER = Set.of("completed", "busy", "no-answer", "failed", "canceled");

    private final CallStateStore desk;
    private final RunningCalls calls;

    StatusCallbacks(CallStateStore desk, RunningCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /** A call's status callback. They may arrive in any order; only an end means something. */
    void callStatus(WebhookFields news) {
        String callSid = news.callSid();
        String status = news.get("CallStatus");
        LOG.info("{}: {} {}", plain(callSid), plain(status), plain(seconds(news.get("CallDuration"))));
        if (OVER.contains(status)) {
            desk.forget(callSid);
            calls.tell(callSid, call -> call.end(StreamEnding.CALLER_LEFT, "Twilio says that the call is " + status));
        }
    }

    /** A stream's status callback. */
    void streamStatus(WebhookFields news) {
        String callSid = news.callSid();
        String stream = news.get("StreamSid");
        String event = news.get("StreamEvent");
        switch (event) {
            case "stream-error" -> {
                String error = plain(news.get("StreamError"));
                LOG.warn("{}: stream {}: {}", plain(callSid), plain(stream), error);
                calls.tell(callSid, call -> call.streamEnded(stream, TwilioLeg.End.LOST, error));
            }
            case "stream-stopped" -> {
                LOG.info("{}: {} {}", plain(callSid), plain(event), plain(stream));
                calls.tell(callSid, call -> call.streamEnded(stream, TwilioLeg.End.STOPPED, "Twilio says so"));
            }
            default -> LOG.info("{}: {} {}", plain(callSid), plain(event), plain(stream));
        }
    }

    /** Twilio asks what comes after a stream that we may still take for running. */
    void streamIsOver(String callSid) {
        calls.tell(callSid, call -> call.streamEnded(null, TwilioLeg.End.LOST, "Twilio asks what comes next"));
    }

    private static String seconds(String duration) {
        return duration.isEmpty() ? "" : "after " + duration + " s";
    }

    /** One line in the log stays one line. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
