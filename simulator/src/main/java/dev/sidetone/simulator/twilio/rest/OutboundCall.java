package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.simulator.twilio.plan.CallbackEvent;
import dev.sidetone.simulator.twilio.twiml.TwimlSource;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call that a server asked for.
 *
 * @param from the number that the called person sees
 * @param to the number that is called
 * @param first the first TwiML when somebody picks up
 * @param rings how long it rings before nobody is there
 * @param limit when the call ends at the latest, or null
 * @param sendDigits keys whose tones are heard by who picks up, before anything else; or an empty text
 * @param callback the status callback, or null
 * @param fallback asked when the first URL fails, or null
 */
public record OutboundCall(
        String from,
        String to,
        TwimlSource first,
        Duration rings,
        @Nullable Duration limit,
        String sendDigits,
        @Nullable Callback callback,
        @Nullable URI fallback) {

    /** A status callback: its URL, and the events that it takes. */
    public record Callback(URI url, String method, Set<CallbackEvent> events) {
        public Callback {
            events = Set.copyOf(events);
        }
    }
}
