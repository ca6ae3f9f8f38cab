package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.CallbackEvent;
import dev.sidetone.simulator.twilio.plan.NumberSetup;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A phone number of the account. Immutable.
 *
 * @param settings the settings by the parameter's name
 * @param voice whether it takes calls
 */
record AccountNumber(
        String sid, String number, Instant created, Instant updated, Map<String, String> settings, boolean voice) {
    private static final String POST = "POST";

    /** The parameters that can be set. */
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

    AccountNumber {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    static AccountNumber bought(String sid, String number, Instant at) {
        Instant created = at.truncatedTo(ChronoUnit.SECONDS);
        return new AccountNumber(
                sid, number, created, created, Map.of("FriendlyName", RestJson.formatted(number)), true);
    }

    /** A number that is set up from the start. */
    static AccountNumber owned(String sid, PresetNumber own, Instant at) {
        AccountNumber number = bought(sid, own.number(), at);
        for (Map.Entry<String, String> each : own.settings().entrySet()) {
            number = number.with(each.getKey(), each.getValue());
        }
        return new AccountNumber(
                number.sid, number.number, number.created, number.updated, number.settings, own.voice());
    }

    /** The same with one thing set; an application and a trunk exclude each other. */
    AccountNumber with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(settings);
        changed.put(name, value);
        if (!value.isEmpty() && name.equals("TrunkSid")) {
            changed.remove("VoiceApplicationSid");
        } else if (!value.isEmpty() && name.equals("VoiceApplicationSid")) {
            changed.remove("TrunkSid");
        }
        return new AccountNumber(sid, number, created, updated, changed, voice);
    }

    AccountNumber changed(Instant at) {
        return new AccountNumber(sid, number, created, at.truncatedTo(ChronoUnit.SECONDS), settings, voice);
    }

    String get(String name, String otherwise) {
        return settings.getOrDefault(name, otherwise);
    }

    /**
     * The call that {@code from} makes by dialling this number: to what answers it now.
     *
     * @param like the account and the kind of line
     * @throws IllegalStateException when no voice URL would be asked; the message states the reason
     */
    CallPlan rungBy(String from, CallPlan like) {
        requireVoiceUrl();
        NumberSetup setup = NumberSetup.PLAIN
                .asking(get("VoiceMethod", POST))
                .fallingBackTo(url("VoiceFallbackUrl"))
                .withCallback(
                        url("StatusCallback"), get("StatusCallbackMethod", POST), Set.of(CallbackEvent.COMPLETED));
        return like.asking(URI.create(get("VoiceUrl", "")))
                .between(from, number)
                .having(setup);
    }

    private void requireVoiceUrl() {
        if (!voice) {
            throw new IllegalStateException(number + " takes no calls: it has no voice capability");
        }
        for (String other : List.of("TrunkSid", "VoiceApplicationSid")) {
            if (!get(other, "").isEmpty()) {
                throw new IllegalStateException(
                        number + " is answered by its " + other + " " + get(other, "") + ", not by its voice URL");
            }
        }
        if (get("VoiceUrl", "").isEmpty()) {
            throw new IllegalStateException(number + " has no voice URL: whoever calls it hears that it is not set up");
        }
    }

    private @Nullable URI url(String name) {
        return get(name, "").isEmpty() ? null : URI.create(get(name, ""));
    }
}
