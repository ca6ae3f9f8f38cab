package dev.sidetone.bridge.socket;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what two readers of one request may read differently: a proxy and this server, or the check of a signature and what is read of the
 * request afterwards. No HTTP client sends any of it. Stateless.
 */
final class RequestAmbiguity {
    /** Decide who sent a request; a second one would contradict the first. */
    private static final List<String> AT_MOST_ONCE = List.of("Host", "Origin", "Sec-Fetch-Site");

    private RequestAmbiguity() {}

    /** A sentence for whoever sent it, or null when everybody reads the request alike. */
    static @Nullable String of(HttpServerRequest request) {
        String target = request.uri();
        if (target.indexOf('#') >= 0) {
            return "the request's target has a fragment, which nobody sends to a server: leave out the # and what follows";
        }
        for (String name : AT_MOST_ONCE) {
            if (request.headers().getAll(name).size() > 1) {
                return "the header " + name + " stands here more than once: send it once";
            }
        }
        String host = request.getHeader("Host");
        if (host == null) {
            return request.version() == HttpVersion.HTTP_1_0
                    ? ofTarget(target, "")
                    : "there is no Host header: send the host of the URL, and its port";
        }
        return RequestHost.of(host) == null
                ? "the Host header is no host and port: send it as in example.com or 127.0.0.1:8080"
                : ofTarget(target, host);
    }

    /** A target is a path, or a whole URL with the host of the header; {@code *} stands for the server. */
    private static @Nullable String ofTarget(String target, String host) {
        if (target.startsWith("/") || target.equals("*")) {
            return null;
        }
        String lower = target.toLowerCase(Locale.ROOT);
        int begin = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : -1;
        if (begin < 0) {
            return "the request's target is neither a path nor a URL: send it as in /voice";
        }
        int end = begin;
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        boolean named = !host.isEmpty() && target.substring(begin, end).equalsIgnoreCase(host);
        // Without a path the library takes for one what follows the first slash of the query.
        boolean hasPath = end == target.length() || target.charAt(end) == '/';
        return named && hasPath ? null : "the request's target is a URL of another host than the Host header names";
    }
}
