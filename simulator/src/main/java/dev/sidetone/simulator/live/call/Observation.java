package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.BridgeListener;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.ToTwilio;
import dev.sidetone.bridge.twilio.WebhookFields;
import org.jspecify.annotations.Nullable;

/** What the bridge told of one call, on its way from the event loop to the call's own thread. */
sealed interface Observation {
    long atNs();

    /** Twilio said something on the stream. */
    record Heard(FromTwilio message, long atNs) implements Observation {}

    /** The bridge said something to Twilio. */
    record Sent(ToTwilio message, long atNs) implements Observation {}

    /** A stream is over. */
    record Over(@Nullable Integer code, String why, long atNs) implements Observation {}

    /** Twilio got a document. */
    record Asked(BridgeListener.DocumentRequest request) implements Observation {
        @Override
        public long atNs() {
            return request.atNs();
        }
    }

    /** A status callback came. */
    record Status(WebhookFields news, long atNs) implements Observation {}

    /** The bridge's part is over. */
    record Left(StreamEnding how, long atNs) implements Observation {}
}
