package dev.sidetone.bridge.twilio;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The variants of a URL that Twilio may have signed. Credentials and fragment are never signed; the port is kept or dropped depending on
 * scheme and kind of request; a default port may be written out; a stream's URL may get a slash at its end.
 */
final class SignedUrl {
    private static final Pattern PARTS =
            Pattern.compile("(?<scheme>[a-z]+)://(?:[^/?#@]*@)?(?<host>\\[[^]]*]|[^/?#:]*)(?::(?<port>\\d*))?"
                    + "(?<path>[^?#]*)(?<query>\\?[^#]*)?(?:#.*)?");
    private static final Map<String, String> DEFAULT_PORTS =
            Map.of("http", "80", "https", "443", "ws", "80", "wss", "443");

    private SignedUrl() {}

    /** The variants for a webhook or a callback. */
    static List<String> ofRequest(String url) {
        return forms(url, false);
    }

    /** The variants for a stream. */
    static List<String> ofUpgrade(String url) {
        return forms(url, true);
    }

    private static List<String> forms(String url, boolean slash) {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            return List.of(url);
        }
        String path = parts.group("path");
        Set<String> paths = new LinkedHashSet<>(List.of(path));
        if (slash || path.isEmpty()) {
            paths.add(path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/");
        }
        String query = parts.group("query") == null ? "" : parts.group("query");
        List<String> forms = new ArrayList<>();
        for (String origin : origins(parts.group("scheme"), parts.group("host"), parts.group("port"))) {
            paths.forEach(form -> forms.add(origin + form + query));
        }
        return forms;
    }

    private static Set<String> origins(String scheme, String host, @Nullable String port) {
        String bare = scheme + "://" + host;
        Set<String> origins = new LinkedHashSet<>();
        if (port != null && !port.isEmpty()) {
            origins.add(bare + ":" + port);
        }
        origins.add(bare);
        if (port == null || port.isEmpty()) {
            origins.add(bare + ":" + DEFAULT_PORTS.getOrDefault(scheme, "443"));
        }
        return origins;
    }
}
