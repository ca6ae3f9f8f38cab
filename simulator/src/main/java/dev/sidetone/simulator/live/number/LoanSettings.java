package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.twilio.rest.VoiceSetting;
import dev.sidetone.bridge.twilio.rest.VoiceSettings;
import dev.sidetone.simulator.line.net.UrlCredentials;
import java.util.List;

/**
 * What a number is set to so that it rings the bridge, and how that is told. Its fallback URL is cleared: when the bridge failed, Twilio
 * would send the caller there, and the owner's application would answer for a failure that nobody saw. An application and a trunk are
 * taken off, because no voice URL is asked while one is set. Stateless.
 */
final class LoanSettings {
    private static final String POST = "POST";

    private LoanSettings() {}

    /** @param origin the public address of the bridge, without a slash at its end */
    static VoiceSettings over(VoiceSettings before, String origin) {
        return before.with(VoiceSetting.VOICE_URL, origin + "/voice")
                .with(VoiceSetting.VOICE_METHOD, POST)
                .with(VoiceSetting.VOICE_FALLBACK_URL, "")
                .with(VoiceSetting.STATUS_CALLBACK, origin + "/call-status")
                .with(VoiceSetting.STATUS_CALLBACK_METHOD, POST)
                .with(VoiceSetting.VOICE_APPLICATION, "")
                .with(VoiceSetting.TRUNK, "");
    }

    /** Whether a call to a number that is set so goes where {@code ours} sends it. */
    static boolean ringsTheSame(VoiceSettings now, VoiceSettings ours) {
        return List.of(VoiceSetting.VOICE_URL, VoiceSetting.VOICE_APPLICATION, VoiceSetting.TRUNK).stream()
                .allMatch(each -> now.get(each).equals(ours.get(each)));
    }

    /** As it was before, but for what its owner has set meanwhile. */
    static VoiceSettings undone(VoiceSettings now, VoiceSettings before, VoiceSettings ours) {
        VoiceSettings undone = now;
        for (VoiceSetting each : VoiceSetting.values()) {
            if (now.get(each).equals(ours.get(each))) {
                undone = undone.with(each, before.get(each));
            }
        }
        return undone;
    }

    static List<NumberChange> changes(VoiceSettings before, VoiceSettings after) {
        return after.differingFrom(before).stream()
                .map(each -> new NumberChange(
                        each.words(), UrlCredentials.redact(before.get(each)), UrlCredentials.redact(after.get(each))))
                .toList();
    }
}
