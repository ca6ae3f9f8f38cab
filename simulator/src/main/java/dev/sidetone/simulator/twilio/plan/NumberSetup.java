package dev.sidetone.simulator.twilio.plan;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings besides the voice URL, of the number dialled or of one outbound call. Immutable.
 *
 * @param method the method of the voice URL: GET or POST
 * @param fallback asked when the voice URL fails, or null
 * @param statusCallback the URL of the call's status callback, or null
 * @param statusCallbackMethod GET or POST
 * @param events the events that it takes; a number's callback takes the end alone, whatever stands here
 */
public record NumberSetup(
        String method,
        @Nullable URI fallback,
        @Nullable URI statusCallback,
        String statusCallbackMethod,
        Set<CallbackEvent> events) {
    /** A voice URL, asked by POST, and nothing else. */
    public static final NumberSetup PLAIN =
            new NumberSetup("POST", null, null, "POST", Set.of(CallbackEvent.COMPLETED));

    public NumberSetup {
        events = Set.copyOf(events);
    }

    /** The same, the voice URL asked by {@code verb}. */
    public NumberSetup asking(String verb) {
        return new NumberSetup(verb, fallback, statusCallback, statusCallbackMethod, events);
    }

    /** The same with a URL that is asked when the voice URL fails. */
    public NumberSetup fallingBackTo(@Nullable URI url) {
        return new NumberSetup(method, url, statusCallback, statusCallbackMethod, events);
    }

    /** The same with a status callback. */
    public NumberSetup withCallback(@Nullable URI url, String verb, Set<CallbackEvent> of) {
        return new NumberSetup(method, fallback, url, verb, of);
    }
}
