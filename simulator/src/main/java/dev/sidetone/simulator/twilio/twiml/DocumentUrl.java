package dev.sidetone.simulator.twilio.twiml;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** A URL as a document names it, absolute or relative to where the document came from. Stateless. */
final class DocumentUrl {
    private DocumentUrl() {}

    /** The absolute http or https URL that {@code text} means in {@code document}, or null when it means none. */
    static @Nullable URI resolve(URI document, String text) {
        try {
            URI url = resolved(document, new URI(text));
            boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            return http && url.getHost() != null ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** A text that is a query alone, or nothing, keeps the document's path, which {@link URI#resolve} would cut. */
    private static URI resolved(URI document, URI given) throws URISyntaxException {
        boolean pathless = given.getScheme() == null && given.getRawAuthority() == null;
        if (!pathless || !given.getRawPath().isEmpty()) {
            return document.resolve(given);
        }
        if (given.getRawQuery() == null) {
            return document;
        }
        String whole = document.toString();
        int end = whole.replace('#', '?').indexOf('?');
        return new URI((end < 0 ? whole : whole.substring(0, end)) + "?" + given.getRawQuery());
    }
}
