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
    static Stream<String> ofRequest(CharSequence url) {
        return forms(url, false);
    }

    /** The variants for a stream. */
    static Stream<String> ofUpgrade(CharSequence url) {
        return forms(url, true);
    }

    /** A URL, or its end, as far as it is signed: nobody may read what follows as if it were. */
    static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    /** The URL itself where it has no scheme and host. */
    private static Stream<String> forms(CharSequence url, boolean slash) {
        int scheme = wordEnd(url);
        return scheme == 0 || !isAt(url, scheme, SCHEME_END)
                ? Stream.of(url.toString())
                : read(url, scheme).forms(slash);
    }

    private static int wordEnd(CharSequence url) {
        int at = 0;
        while (at < url.length() && url.charAt(at) >= 'a' && url.charAt(at) <= 'z') {
            at++;
        }
        return at;
    }

    private static boolean isAt(CharSequence url, int begin, String part) {
        int end = Math.min(url.length(), begin + part.length());
        return part.contentEquals(url.subSequence(begin, end));
    }

    private static SignedUrl read(CharSequence url, int schemeEnd) {
        int begin = schemeEnd + SCHEME_END.length();
        int end = firstOf(url, begin, url.length(), "/?#");
        int at = firstOf(url, begin, end, "@");
        int hostBegin = at < end ? at + 1 : begin;
        int hostEnd = hostEnd(url, hostBegin, end);
        int portEnd = hostEnd;
        if (portEnd < end && url.charAt(portEnd) == ':') {
            portEnd = digitsEnd(url, hostEnd + 1, end);
        }
        int queryBegin = firstOf(url, portEnd, url.length(), "?#");
        int fragment = firstOf(url, queryBegin, url.length(), "#");
        return new SignedUrl(
                text(url, 0, begin) + text(url, hostBegin, hostEnd),
                text(url, Math.min(hostEnd + 1, portEnd), portEnd),
                text(url, portEnd, queryBegin),
                text(url, queryBegin, fragment));
    }

    private static String text(CharSequence url, int begin, int end) {
        return url.subSequence(begin, end).toString();
    }

    /** The end of the host, which ends at a colon unless it is an address in brackets. */
    private static int hostEnd(CharSequence url, int begin, int end) {
        int closed = begin < end && url.charAt(begin) == '[' ? firstOf(url, begin, end, "]") : end;
        return closed < end ? closed + 1 : firstOf(url, begin, end, ":");
    }

    private static int digitsEnd(CharSequence url, int begin, int end) {
        int at = begin;
        while (at < end && url.charAt(at) >= '0' && url.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** The position of the first of {@code signs} between {@code begin} and {@code end}, or {@code end}. */
    private static int firstOf(CharSequence text, int begin, int end, String signs) {
        int at = begin;
        while (at < end && signs.indexOf(text.charAt(at)) < 0) {
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
