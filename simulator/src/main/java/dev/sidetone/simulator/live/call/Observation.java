package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.CallWatch;
import dev.sidetone.bridge.call.Ending;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.ToTwilio;
import dev.sidetone.bridge.twilio.Webhook;
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
    record Asked(CallWatch.Asked request) implements Observation {
        @Override
        public long atNs() {
            return request.atNs();
        }
    }

    /** A status callback came. */
    record Status(Webhook news, long atNs) implements Observation {}

    /** The bridge's part is over. */
    record Left(Ending how, long atNs) implements Observation {}
}
