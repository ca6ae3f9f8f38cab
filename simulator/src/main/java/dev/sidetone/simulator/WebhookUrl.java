package dev.sidetone.simulator;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Reads the webhook's URL of a server under test as a person writes it: http or https, with a host. Stateless. */
public final class WebhookUrl {
    /** The highest port there is. */
    public static final int MOST_PORT = 65_535;

    private WebhookUrl() {}

    /**
     * The URL that {@code typed} is.
     *
     * @throws WrongSetting if it is none; the message shows how to write one
     */
    public static URI of(String typed) throws WrongSetting {
        try {
            URI url = new URI(typed);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (web && url.getHost() != null && url.getPort() <= MOST_PORT) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new WrongSetting(wrong(typed), e);
        }
        throw new WrongSetting(wrong(typed));
    }

    private static String wrong(String typed) {
        return "'" + typed + "' is no webhook's URL: write it whole, as in http://localhost:3000/incoming-call";
    }
}
