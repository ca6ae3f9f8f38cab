package dev.sidetone.bridge.twilio;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The variants of a URL that Twilio may have signed. Credentials and fragment are never signed; the port is kept or dropped depending on
 * scheme and kind of request; a default port may be written out; a stream's URL may get a slash at its end.
 *
 * <p>Anybody may send any URL: it is read by hand, once from left to right, and no variant is made before it is asked for.
 *
 * @param bare scheme and host
 * @param port the digits behind the host, or empty
 */
record SignedUrl(String bare, String port, String path, String query) {
    private static final String SCHEME_END = "://";

    /** The variants for a webhook or a callback. */
    static Stream<String> ofRequest(String url) {
        return forms(url, false);
    }

    /** The variants for a stream. */
    static Stream<String> ofUpgrade(String url) {
        return forms(url, true);
    }

    /** The URL itself where it has no scheme and host. */
    private static Stream<String> forms(String url, boolean slash) {
        int scheme = url.indexOf(SCHEME_END);
        return scheme <= 0 || !isWord(url, scheme)
                ? Stream.of(url)
                : read(url, scheme).forms(slash);
    }

    private static boolean isWord(String url, int end) {
        return url.chars().limit(end).allMatch(sign -> sign >= 'a' && sign <= 'z');
    }

    private static SignedUrl read(String url, int schemeEnd) {
        String scheme = url.substring(0, schemeEnd);
        int begin = schemeEnd + SCHEME_END.length();
        int end = firstOf(url, begin, "/?#");
        int at = url.indexOf('@', begin);
        int hostBegin = at >= 0 && at < end ? at + 1 : begin;
        int hostEnd = hostEnd(url, hostBegin, end);
        int portEnd = hostEnd;
        if (portEnd < end && url.charAt(portEnd) == ':') {
            portEnd = digitsEnd(url, hostEnd + 1, end);
        }
        int queryBegin = firstOf(url, portEnd, "?#");
        int fragment = firstOf(url, queryBegin, "#");
        String port = url.substring(Math.min(hostEnd + 1, portEnd), portEnd);
        String bare = scheme + SCHEME_END + url.substring(hostBegin, hostEnd);
        return new SignedUrl(bare, port, url.substring(portEnd, queryBegin), url.substring(queryBegin, fragment));
    }

    /** The end of the host, which ends at a colon unless it is an address in brackets. */
    private static int hostEnd(String url, int begin, int end) {
        int closed = begin < end && url.charAt(begin) == '[' ? url.indexOf(']', begin) : -1;
        if (closed >= 0 && closed < end) {
            return closed + 1;
        }
        int colon = url.indexOf(':', begin);
        return colon >= 0 && colon < end ? colon : end;
    }

    private static int digitsEnd(String url, int begin, int end) {
        int at = begin;
        while (at < end && url.charAt(at) >= '0' && url.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** The position of the first of {@code signs} from {@code begin} on, or the end of the text. */
    private static int firstOf(String text, int begin, String signs) {
        int at = begin;
        while (at < text.length() && signs.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private Stream<String> forms(boolean slash) {
        Set<String> paths = new LinkedHashSet<>(List.of(path));
        if (slash || path.isEmpty()) {
            paths.add(path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/");
        }
        return origins().flatMap(origin -> paths.stream().map(form -> origin + form + query));
    }

    private Stream<String> origins() {
        return port.isEmpty() ? Stream.of(bare, bare + ":" + defaultPort()) : Stream.of(bare + ":" + port, bare);
    }

    private String defaultPort() {
        return bare.startsWith("http:") || bare.startsWith("ws:") ? "80" : "443";
    }
}
