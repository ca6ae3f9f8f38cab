package dev.sidetone.ui.call;

import dev.sidetone.simulator.line.net.UrlProblem;
import java.net.URI;
import java.net.URISyntaxException;

/** Checks and reads the webhook of a server under test, as a person types it. Stateless. */
final class Webhook {
    private Webhook() {}

    /** The problem with it, in a sentence; empty if there is none. */
    static String problemOf(String typed) {
        if (typed.isBlank()) {
            return "Your server's voice webhook, as in http://localhost:3000/voice";
        }
        try {
            URI uri = new URI(typed.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!web) {
                return "A webhook starts with http:// or https://";
            }
            return uri.getHost() == null ? "There is no host in it, as in http://localhost:3000/voice" : "";
        } catch (URISyntaxException e) {
            return "This is not a web address: " + UrlProblem.words(typed);
        }
    }

    /** The address; only for text without a problem. */
    static URI of(String typed) {
        return URI.create(typed.strip());
    }
}
