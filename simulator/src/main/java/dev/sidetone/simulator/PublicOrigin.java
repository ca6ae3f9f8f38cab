package dev.sidetone.simulator;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a person types as the public origin of a server. Stateless. */
public final class PublicOrigin {
    private static final Pattern SHAPE = Pattern.compile("(?i)https://[^/?#@\\s]+/?");

    private PublicOrigin() {}

    /**
     * The origin that {@code typed} is.
     *
     * @throws WrongSetting unless it is https and a host, with a port perhaps, and nothing after it
     */
    public static URI of(String typed) throws WrongSetting {
        URI origin = SHAPE.matcher(typed).matches() ? url(typed) : null;
        if (origin == null || origin.getHost() == null || origin.getPort() > WebhookUrl.MOST_PORT) {
            throw new WrongSetting(
                    "'" + typed + "' is no public origin: write it as in https://voice.example.com, without a path");
        }
        return origin;
    }

    private static @Nullable URI url(String typed) {
        try {
            return new URI(typed.endsWith("/") ? typed.substring(0, typed.length() - 1) : typed);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
