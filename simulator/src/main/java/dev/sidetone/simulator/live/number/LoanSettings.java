package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.twilio.rest.VoiceSetting;
import dev.sidetone.bridge.twilio.rest.VoiceSettings;
import dev.sidetone.simulator.line.net.UrlCredentials;
import java.util.List;

/**
 * The settings with which a number rings the bridge. The fallback URL is cleared: Twilio would send callers there when the bridge fails,
 * and the owner's application would hide the failure. An application and a trunk are removed, because Twilio requests no voice URL while
 * one is set. Stateless.
 */
final class LoanSettings {
    private static final String POST = "POST";

    private LoanSettings() {}

    /**
     * Returns the settings of a number that rings the bridge.
     *
     * @param origin the public origin of the bridge, without a slash at its end
     */
    static VoiceSettings borrowed(VoiceSettings before, String origin) {
        return before.with(VoiceSetting.VOICE_URL, origin + "/voice")
                .with(VoiceSetting.VOICE_METHOD, POST)
                .with(VoiceSetting.VOICE_FALLBACK_URL, "")
                .with(VoiceSetting.STATUS_CALLBACK, origin + "/call-status")
                .with(VoiceSetting.STATUS_CALLBACK_METHOD, POST)
                .with(VoiceSetting.VOICE_APPLICATION, "")
                .with(VoiceSetting.TRUNK, "");
    }

    /** Returns true where a call to a number with the settings {@code now} goes where {@code ours} sends it. */
    static boolean rings(VoiceSettings now, VoiceSettings ours) {
        return List.of(VoiceSetting.VOICE_URL, VoiceSetting.VOICE_APPLICATION, VoiceSetting.TRUNK).stream()
                .allMatch(each -> now.get(each).equals(ours.get(each)));
    }

    /** Returns the settings from before, except where the owner has changed one meanwhile. */
    static VoiceSettings restored(VoiceSettings now, VoiceSettings before, VoiceSettings ours) {
        VoiceSettings restored = now;
        for (VoiceSetting each : VoiceSetting.values()) {
            if (now.get(each).equals(ours.get(each))) {
                restored = restored.with(each, before.get(each));
            }
        }
        return restored;
    }

    /** Lists the differences for a person, without passwords. */
    static List<NumberChange> changes(VoiceSettings before, VoiceSettings after) {
        return after.differingFrom(before).stream()
                .map(each -> new NumberChange(
                        each.words(), UrlCredentials.redact(before.get(each)), UrlCredentials.redact(after.get(each))))
                .toList();
    }
}
