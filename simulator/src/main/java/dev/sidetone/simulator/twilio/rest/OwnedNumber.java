package dev.sidetone.simulator.twilio.rest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A number that the account has from the start, as its owner set it up. Immutable.
 *
 * @param number E.164
 * @param settings by the REST API's names, such as {@code VoiceUrl}
 * @param voice whether it takes calls
 */
public record OwnedNumber(String number, Map<String, String> settings, boolean voice) {
    public OwnedNumber {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** One that takes calls and is not set up. */
    public static OwnedNumber of(String number) {
        return new OwnedNumber(number, Map.of(), true);
    }

    /** The same with one thing set. */
    public OwnedNumber with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new OwnedNumber(number, more, voice);
    }

    /** The same, for messages only. */
    public OwnedNumber withoutVoice() {
        return new OwnedNumber(number, settings, false);
    }
}
