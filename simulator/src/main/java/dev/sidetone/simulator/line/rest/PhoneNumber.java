package dev.sidetone.simulator.line.rest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A phone number of the account. Immutable.
 *
 * @param settings what was set, by the parameter's name
 */
record PhoneNumber(String sid, String number, Instant created, Instant updated, Map<String, String> settings) {
    /** What can be set. */
    static final List<String> SETTINGS = List.of(
            "FriendlyName",
            "VoiceUrl",
            "VoiceMethod",
            "VoiceFallbackUrl",
            "VoiceFallbackMethod",
            "VoiceApplicationSid",
            "VoiceCallerIdLookup",
            "VoiceReceiveMode",
            "StatusCallback",
            "StatusCallbackMethod",
            "TrunkSid",
            "SmsUrl",
            "SmsMethod",
            "SmsFallbackUrl",
            "SmsFallbackMethod",
            "SmsApplicationSid",
            "IdentitySid",
            "AddressSid",
            "BundleSid",
            "EmergencyStatus",
            "EmergencyAddressSid");

    PhoneNumber {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    static PhoneNumber bought(String sid, String number, Instant at) {
        Instant created = at.truncatedTo(ChronoUnit.SECONDS);
        return new PhoneNumber(sid, number, created, created, Map.of("FriendlyName", Json.formatted(number)));
    }

    /** The same with one thing set; an application and a trunk exclude each other. */
    PhoneNumber with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(settings);
        changed.put(name, value);
        if (!value.isEmpty() && name.equals("TrunkSid")) {
            changed.remove("VoiceApplicationSid");
        } else if (!value.isEmpty() && name.equals("VoiceApplicationSid")) {
            changed.remove("TrunkSid");
        }
        return new PhoneNumber(sid, number, created, updated, changed);
    }

    PhoneNumber changed(Instant at) {
        return new PhoneNumber(sid, number, created, at.truncatedTo(ChronoUnit.SECONDS), settings);
    }

    String get(String name, String otherwise) {
        return settings.getOrDefault(name, otherwise);
    }
}
