package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.twilio.rest.VoiceSetting;
import dev.sidetone.bridge.twilio.rest.VoiceSettings;
import dev.sidetone.simulator.line.net.UrlCredentials;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings with which a number rings the bridge. The fallback URL is cleared: Twilio would send callers there when the bridge fails,
 * and the owner's application would hide the failure. An application and a trunk are removed, because Twilio requests no voice URL while
 * one is set. Stateless.
 */
final class LoanSettings {
    /** The settings that decide where a call goes. */
    static final Set<VoiceSetting> ROUTING = Collections.unmodifiableSet(
            EnumSet.of(VoiceSetting.VOICE_URL, VoiceSetting.VOICE_APPLICATION, VoiceSetting.TRUNK));

    private static final String POST = "POST";
    private static final String VOICE = "/voice";
    private static final String CALL_STATUS = "/call-status";

    private LoanSettings() {}

    /**
     * Returns the settings of a number that rings the bridge.
     *
     * @param origin the public origin of the bridge, without a slash at its end
     */
    static VoiceSettings borrowed(VoiceSettings before, String origin) {
        return before.with(VoiceSetting.VOICE_URL, origin + VOICE)
                .with(VoiceSetting.VOICE_METHOD, POST)
                .with(VoiceSetting.VOICE_FALLBACK_URL, "")
                .with(VoiceSetting.STATUS_CALLBACK, origin + CALL_STATUS)
                .with(VoiceSetting.STATUS_CALLBACK_METHOD, POST)
                .with(VoiceSetting.VOICE_APPLICATION, "")
                .with(VoiceSetting.TRUNK, "");
    }

    /** Returns true where a call to a number with the settings {@code now} goes where {@code ours} sends it. */
    static boolean rings(VoiceSettings now, VoiceSettings ours) {
        return ROUTING.stream().allMatch(each -> now.get(each).equals(ours.get(each)));
    }

    /**
     * Returns the settings from before, except what somebody else has changed meanwhile. A method belongs to its URL. An application or a
     * trunk does not come back over somebody else's voice URL, which it would disable.
     */
    static VoiceSettings restored(VoiceSettings now, VoiceSettings before, VoiceSettings ours) {
        VoiceSettings restored = now;
        for (VoiceSetting each : VoiceSetting.values()) {
            boolean stillOurs = now.get(each).equals(ours.get(each));
            if (stillOurs && deciders(each).stream().noneMatch(other -> isAnothers(other, now, before, ours))) {
                restored = restored.with(each, before.get(each));
            }
        }
        return restored;
    }

    /** Returns true where somebody else has changed a setting since the loan began. */
    static boolean isAnothers(VoiceSetting setting, VoiceSettings now, VoiceSettings before, VoiceSettings ours) {
        return !now.get(setting).equals(ours.get(setting)) && !now.get(setting).equals(before.get(setting));
    }

    /** The settings whose new owner decides on {@code setting} too. */
    private static Set<VoiceSetting> deciders(VoiceSetting setting) {
        return switch (setting) {
            case VOICE_METHOD -> EnumSet.of(VoiceSetting.VOICE_URL);
            case VOICE_FALLBACK_METHOD -> EnumSet.of(VoiceSetting.VOICE_FALLBACK_URL);
            case STATUS_CALLBACK_METHOD -> EnumSet.of(VoiceSetting.STATUS_CALLBACK);
            case VOICE_APPLICATION -> EnumSet.of(VoiceSetting.VOICE_URL, VoiceSetting.TRUNK);
            case TRUNK -> EnumSet.of(VoiceSetting.VOICE_URL, VoiceSetting.VOICE_APPLICATION);
            default -> EnumSet.noneOf(VoiceSetting.class);
        };
    }

    /**
     * Returns the voice URL of a number that looks as Sidetone set it: at one origin, with the bridge's own routes. Empty where it does not:
     * another machine has it, or left it so and its note is lost.
     */
    static String leftover(VoiceSettings now) {
        String voice = now.get(VoiceSetting.VOICE_URL);
        String callback = now.get(VoiceSetting.STATUS_CALLBACK);
        boolean bridges = voice.startsWith("https://")
                && voice.endsWith(VOICE)
                && callback.equals(voice.substring(0, voice.length() - VOICE.length()) + CALL_STATUS);
        return bridges ? voice : "";
    }

    /** Returns the settings without a leftover's addresses, as Twilio sets up a new number. */
    static VoiceSettings withoutLeftover(VoiceSettings now) {
        return now.with(VoiceSetting.VOICE_URL, "")
                .with(VoiceSetting.VOICE_METHOD, POST)
                .with(VoiceSetting.STATUS_CALLBACK, "")
                .with(VoiceSetting.STATUS_CALLBACK_METHOD, POST);
    }

    /** Lists settings with their values for a person, without passwords. */
    static String words(Collection<VoiceSetting> settings, VoiceSettings values) {
        return settings.stream()
                .map(each -> each.words() + ": "
                        + (values.get(each).isEmpty() ? "(nothing)" : UrlCredentials.redact(values.get(each))))
                .collect(Collectors.joining(", "));
    }

    /** Lists the differences for a person, without passwords. */
    static List<NumberChange> changes(VoiceSettings before, VoiceSettings after) {
        return after.differingFrom(before).stream()
                .map(each -> new NumberChange(
                        each.words(), UrlCredentials.redact(before.get(each)), UrlCredentials.redact(after.get(each))))
                .toList();
    }
}
