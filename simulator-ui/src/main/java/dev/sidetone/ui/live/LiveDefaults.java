package dev.sidetone.ui.live;

import dev.sidetone.simulator.Settings;
import java.util.Locale;

/**
 * What the settings already say, so that nobody types it again. Immutable.
 *
 * @param publicUrl the origin that Twilio reaches this machine at, or empty
 * @param number the account's number that is usually used, or empty
 * @param humanNumber whom callers are put through to, or empty
 */
public record LiveDefaults(String publicUrl, String number, String humanNumber) {
    public static final LiveDefaults NONE = new LiveDefaults("", "", "");

    /** Reads them. */
    public static LiveDefaults of(Settings settings) {
        String address =
                settings.get("PUBLIC_HOST").or(() -> settings.get("SERVER_URL")).orElse("");
        return new LiveDefaults(
                origin(address),
                settings.get("TWILIO_NUMBER").orElse(""),
                settings.get("HUMAN_NUMBER").orElse(""));
    }

    /** A host alone is as good as its address. */
    private static String origin(String address) {
        boolean bare = !address.isEmpty() && !address.toLowerCase(Locale.ROOT).contains("://");
        return bare ? "https://" + address : address;
    }
}
