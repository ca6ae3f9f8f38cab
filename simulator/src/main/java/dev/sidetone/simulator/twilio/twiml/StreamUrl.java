package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.net.Loopback;
import dev.sidetone.simulator.line.net.UrlProblem;
import dev.sidetone.simulator.line.stream.StreamFindings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The {@code url} of a {@code <Stream>} as it is dialled: relative ones start from the document, the query is dropped, an empty path is a
 * slash. Exactly one of the two is there.
 */
record StreamUrl(@Nullable URI url, @Nullable Finding finding) {

    /** Reads the attribute {@code text} of a document that came from {@code document}. */
    static StreamUrl read(URI document, String text) {
        URI url;
        try {
            url = document.resolve(new URI(text.strip()));
        } catch (URISyntaxException e) {
            return refused(StreamFindings.malformedUrl(text, UrlProblem.words(text)));
        }
        if (text.isBlank()) {
            return refused(StreamFindings.malformedUrl(text, "it is empty"));
        }
        if (url.getHost() == null) {
            return refused(StreamFindings.malformedUrl(text, "it has no host"));
        }
        return dialled(url, text, isRelative(text));
    }

    private static StreamUrl dialled(URI url, String text, boolean relative) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String socket = relative ? (scheme.equals("https") ? "wss" : "ws") : scheme;
        boolean secure = socket.equals("wss");
        if (!secure && !socket.equals("ws")) {
            return refused(StreamFindings.noWebSocket(text, scheme));
        }
        if (!secure && !Loopback.is(url)) {
            return refused(StreamFindings.notWss(text));
        }
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new StreamUrl(URI.create(socket + "://" + url.getRawAuthority() + path), null);
    }

    private static boolean isRelative(String text) {
        return URI.create(text.strip()).getScheme() == null;
    }

    private static StreamUrl refused(Finding finding) {
        return new StreamUrl(null, finding);
    }
}
