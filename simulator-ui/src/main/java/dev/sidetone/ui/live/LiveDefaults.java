package dev.sidetone.ui.live;

import dev.sidetone.simulator.Settings;
import java.util.Locale;

/**
 * The values of live mode's fields that the settings already have. Immutable.
 *
 * @param publicUrl the origin at which Twilio reaches this machine, or empty
 * @param number the account's number to choose first, or empty
 * @param humanNumber the number to which callers are transferred, or empty
 */
public record LiveDefaults(String publicUrl, String number, String humanNumber) {
    public static final LiveDefaults NONE = new LiveDefaults("", "", "");

    /** Reads the values from the settings. */
    public static LiveDefaults of(Settings settings) {
        String address =
                settings.get("PUBLIC_HOST").or(() -> settings.get("SERVER_URL")).orElse("");
        return new LiveDefaults(
                origin(address),
                settings.get("TWILIO_NUMBER").orElse(""),
                settings.get("HUMAN_NUMBER").orElse(""));
    }

    /** Completes a host alone to its https origin. */
    private static String origin(String address) {
        boolean bare = !address.isEmpty() && !address.toLowerCase(Locale.ROOT).contains("://");
        return bare ? "https://" + address : address;
    }
}
