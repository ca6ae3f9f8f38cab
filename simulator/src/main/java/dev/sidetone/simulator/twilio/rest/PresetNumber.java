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
public record PresetNumber(String number, Map<String, String> settings, boolean voice) {
    public PresetNumber {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** One that takes calls and is not set up. */
    public static PresetNumber of(String number) {
        return new PresetNumber(number, Map.of(), true);
    }

    /** The same with one thing set. */
    public PresetNumber with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new PresetNumber(number, more, voice);
    }

    /** The same, for messages only. */
    public PresetNumber withoutVoice() {
        return new PresetNumber(number, settings, false);
    }
}
