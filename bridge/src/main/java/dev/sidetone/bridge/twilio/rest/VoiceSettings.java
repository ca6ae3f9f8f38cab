package dev.sidetone.bridge.twilio.rest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * All that decides what becomes of a call to a number, letter by letter as Twilio has it. Immutable.
 *
 * @param values what is set; nothing is an empty text
 */
public record VoiceSettings(Map<VoiceSetting, String> values) {
    public VoiceSettings {
        Map<VoiceSetting, String> all = new EnumMap<>(VoiceSetting.class);
        for (VoiceSetting each : VoiceSetting.values()) {
            all.put(each, values.getOrDefault(each, ""));
        }
        values = Collections.unmodifiableMap(all);
    }

    /** What {@code setting} is, or an empty text. */
    public String get(VoiceSetting setting) {
        return values.getOrDefault(setting, "");
    }

    /** The same with {@code setting} at {@code value}; an empty text clears it. */
    public VoiceSettings with(VoiceSetting setting, String value) {
        Map<VoiceSetting, String> other = new EnumMap<>(values);
        other.put(setting, value);
        return new VoiceSettings(other);
    }

    /** Where {@code other} is different. */
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
