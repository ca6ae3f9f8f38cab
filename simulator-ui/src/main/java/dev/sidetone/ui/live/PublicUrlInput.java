package dev.sidetone.ui.live;

import java.net.URI;
import java.net.URISyntaxException;

/** The address that Twilio reaches this machine at, as a person types it; nothing means that one is looked for. */
final class PublicUrlInput {
    private static final String EXAMPLE = "as in https://calls.example.com";

    private PublicUrlInput() {}

    /** What is wrong with it, in a sentence; empty if nothing. */
    static String whatIsWrongWith(String typed) {
        if (typed.isBlank()) {
            return "";
        }
        try {
            URI uri = new URI(typed.strip());
            if (!"https".equalsIgnoreCase(uri.getScheme())) {
                return "Twilio wants https://, " + EXAMPLE;
            }
            if (uri.getHost() == null) {
                return "There is no host in it, " + EXAMPLE;
            }
            boolean origin = uri.getPath().length() <= 1 && uri.getQuery() == null && uri.getFragment() == null;
            return origin ? "" : "Only the host and its port, " + EXAMPLE;
        } catch (URISyntaxException e) {
            return "This is not a web address: " + e.getReason();
        }
    }

    /** The origin, or nothing to look for one, whatever the settings say; only of what has nothing wrong with it. */
    static String of(String typed) {
        return typed.strip().replaceAll("/$", "");
    }
}
