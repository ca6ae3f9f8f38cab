package dev.sidetone.simulator.twilio.webhook;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;

/** The cookies that a server has set during one call; they are kept until its end. Owned by its call, on the line thread. */
public final class CallCookies {
    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    /** Takes the cookies that an answer of {@code url} sets. */
    void take(URI url, HttpHeaders headers) {
        try {
            jar.put(url, headers.map());
        } catch (IOException | IllegalArgumentException e) {
            // a cookie that is none is not kept, as in a browser
        }
    }

    /** The cookies that a request to {@code url} carries, or an empty string. */
    String of(URI url) {
        try {
            List<String> cookies = jar.get(url, Map.of()).getOrDefault("Cookie", List.of());
            return String.join("; ", cookies);
        } catch (IOException | IllegalArgumentException e) {
            return "";
        }
    }
}
