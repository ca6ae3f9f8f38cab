package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.BridgeListener;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.ToTwilio;
import dev.sidetone.bridge.twilio.WebhookFields;
import org.jspecify.annotations.Nullable;

/** An event of one call that the bridge reported, on its way from the bridge's event loop to the call's own thread. */
sealed interface Observation {
    /** The time of the event on the clock of {@link dev.sidetone.bridge.time.NanoClock}. */
    long atNs();

    /** Twilio sent a message on the stream. */
    record Received(FromTwilio message, long atNs) implements Observation {}

    /** The bridge sent a message to Twilio. */
    record Sent(ToTwilio message, long atNs) implements Observation {}

    /** A stream's WebSocket was closed; {@code code} is null where no close frame came. */
    record StreamClosed(@Nullable Integer code, String why, long atNs) implements Observation {}

    /** Twilio requested a TwiML document and got it. */
    record DocumentServed(BridgeListener.DocumentRequest request) implements Observation {
        @Override
        public long atNs() {
            return request.atNs();
        }
    }

    /** A status callback of the call arrived. */
    record StatusCallback(WebhookFields form, long atNs) implements Observation {}

    /** The bridge's part in the call ended; the call itself may go on, such as after a transfer. */
    record BridgeLeft(StreamEnding ending, long atNs) implements Observation {}
}
