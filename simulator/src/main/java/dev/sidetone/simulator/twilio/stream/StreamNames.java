package dev.sidetone.simulator.twilio.stream;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The identifiers of one Media Stream and the parameters that its TwiML gave it. Immutable.
 *
 * @param parameters its {@code <Parameter>}s in their order
 */
public record StreamNames(String accountSid, String callSid, String streamSid, Map<String, String> parameters) {
    public StreamNames {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
