package dev.sidetone.bridge.twilio.rest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a phone number that decide how calls to it are handled, exactly as Twilio stores them. Immutable.
 *
 * @param values each setting's value; an empty text is not set
 */
public record VoiceSettings(Map<VoiceSetting, String> values) {
    public VoiceSettings {
        Map<VoiceSetting, String> all = new EnumMap<>(VoiceSetting.class);
        for (VoiceSetting each : VoiceSetting.values()) {
            all.put(each, values.getOrDefault(each, ""));
        }
        values = Collections.unmodifiableMap(all);
    }

    /** The value of {@code setting}, or an empty text. */
    public String get(VoiceSetting setting) {
        return values.getOrDefault(setting, "");
    }

    /** The same with {@code setting} at {@code value}; an empty text clears it. */
    public VoiceSettings with(VoiceSetting setting, String value) {
        Map<VoiceSetting, String> other = new EnumMap<>(values);
        other.put(setting, value);
        return new VoiceSettings(other);
    }

    /** The settings that differ in {@code other}. */
    public Set<VoiceSetting> differingFrom(VoiceSettings other) {
        Set<VoiceSetting> found = EnumSet.noneOf(VoiceSetting.class);
        for (VoiceSetting each : VoiceSetting.values()) {
            if (!get(each).equals(other.get(each))) {
                found.add(each);
            }
        }
        return found;
    }
}
