package dev.sidetone.ui.live;

import dev.sidetone.simulator.line.net.UrlProblem;
import java.net.URI;
import java.net.URISyntaxException;

/** Checks the public address that a person typed; an empty one asks for a search. Stateless. */
final class PublicUrlInput {
    private static final String EXAMPLE = "as in https://calls.example.com";

    private PublicUrlInput() {}

    /** Returns the problem in one sentence; empty where there is none. */
    static String problem(String typed) {
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
            return "This is not a web address: " + UrlProblem.words(typed);
        }
    }

    /** Returns the origin of an address without a problem; empty to search for one. */
    static String origin(String typed) {
        return typed.strip().replaceAll("/$", "");
    }
}
