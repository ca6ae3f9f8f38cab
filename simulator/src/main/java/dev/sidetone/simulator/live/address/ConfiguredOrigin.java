package dev.sidetone.simulator.live.address;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public origin that somebody gave: by a flag, else by {@code SERVER_URL}, else by {@code PUBLIC_HOST}. Stateless. */
public final class ConfiguredOrigin {
    private static final Pattern ORIGIN = Pattern.compile("(https?://[^/?#@\\s]+)/?");
    private static final String HOST = "PUBLIC_HOST";

    private ConfiguredOrigin() {}

    /**
     * Without a slash at its end; null when nobody gave one.
     *
     * @param flag {@code --public-url}, or null to take what is set
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
     * Reads an origin.
     *
     * @param name which flag or setting it is, for whoever wrote it
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
