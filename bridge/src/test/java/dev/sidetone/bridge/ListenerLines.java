package dev.sidetone.bridge;

import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.StreamTap;
import dev.sidetone.bridge.twilio.ToTwilio;
import dev.sidetone.bridge.twilio.TwilioJson;
import dev.sidetone.bridge.twilio.WebhookFields;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The events that a bridge reports, a line each. */
final class ListenerLines implements BridgeListener {
    private final List<String> facts;
    private final List<String> watched;

    ListenerLines(List<String> facts, List<String> watched) {
        this.facts = facts;
        this.watched = watched;
    }

    @Override
    public Consumer<CallEvent> call(String callSid) {
        return new EventLines(facts);
    }

    @Override
    public StreamTap stream(String callSid) {
        return new StreamTap() {
            @Override
            public void heard(FromTwilio message, long atNs) {
                watched.add("heard " + TwilioJson.write(message));
            }

            @Override
            public void sent(ToTwilio message, long atNs) {
                watched.add("sent " + TwilioJson.write(message));
            }

            @Override
            public void over(@Nullable Integer code, String why, boolean byUs, long atNs) {
                watched.add("over " + code + (byUs ? " by us: " : ": ") + why);
            }
        };
    }

    @Override
    public void documentRequested(DocumentRequest request) {
        watched.add("asked " + request.document() + " " + request.url() + " from "
                + request.fields().get("From"));
    }

    @Override
    public void callStatus(WebhookFields fields, long atNs) {
        watched.add("call " + fields.callSid() + " " + fields.get("CallStatus"));
    }

    @Override
    public void streamStatus(WebhookFields fields, long atNs) {
        watched.add("stream " + fields.get("StreamEvent"));
    }

    @Override
    public void refused(Refusal refusal) {
        watched.add("refused " + refusal.reason() + " at " + refusal.path() + " " + refusal.callSid());
    }

    @Override
    public void ended(String callSid, StreamEnding ending, long atNs) {
        watched.add("ended " + callSid + " " + ending.kind());
    }
}
