package dev.sidetone.simulator.live.address;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the public origin from a flag, else from {@code SERVER_URL}, else from {@code PUBLIC_HOST}. Stateless. */
public final class ConfiguredOrigin {
    private static final Pattern ORIGIN = Pattern.compile("(https?://[^/?#@\\s]+)/?");
    private static final String HOST = "PUBLIC_HOST";

    private ConfiguredOrigin() {}

    /**
     * Returns the origin without a slash at its end; null where none is set.
     *
     * @param flag the value of {@code --public-url}, or null to read the settings
     */
    public static @Nullable String of(@Nullable String flag, Settings settings) throws WrongSetting {
        if (flag != null) {
            return origin("--public-url", flag);
        }
        Optional<String> url = settings.get("SERVER_URL");
        if (url.isPresent()) {
            return origin("SERVER_URL", url.get());
        }
        Optional<String> host = settings.get(HOST);
        return host.isPresent() ? origin(HOST, "https://" + host.get()) : null;
    }

    /**
     * Parses an origin.
     *
     * @param name the name of the flag or setting, for the message
     */
    public static String origin(String name, String url) throws WrongSetting {
        Matcher origin = ORIGIN.matcher(url);
        if (!origin.matches()) {
            throw new WrongSetting(name + " " + url + " is no origin: write it as "
                    + (name.equals(HOST) ? "example.com" : "https://example.com"));
        }
        return origin.group(1);
    }
}
