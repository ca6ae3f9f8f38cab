package dev.sidetone.bridge;

import dev.sidetone.bridge.socket.RequestHandler;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as its sender sees it: addressed to the bridge's public origin where it has one, else to the host in the request. Behind a
 * proxy only the configured origin is trusted, never a forwarding header.
 */
record ExternalRequest(@Nullable String publicUrl, RequestHandler.Request request) {
    private static final Set<String> FORWARDING_HEADERS = Set.of("forwarded", "via", "x-real-ip", "cf-connecting-ip");

    /** The URL that was requested, as its sender signed it. */
    String requestUrl() {
        String query = request.query() == null ? "" : "?" + request.query();
        return origin() + request.path() + query;
    }

    /** The stream's URL for the TwiML: {@code wss} where the webhook is {@code https}. */
    String streamUrl(String path) {
        return "ws" + origin().substring("http".length()) + path;
    }

    @Nullable
    String signature() {
        return request.headers().get("x-twilio-signature");
    }

    /**
     * True when a program on this machine sent it, or a browser on this machine for a page of one of the origins {@code pages}. Requests that
     * a tunnel or a proxy on this machine forwards are not local, nor are those of another site's page in this machine's browser.
     */
    boolean isLocal(Set<String> pages) {
        String page = foreignPage();
        return request.fromLoopback() && !isForwarded() && (page == null || pages.contains(page));
    }

    /** The origin of another site's page whose browser sent it, or null: programs name none, or the bridge's own. */
    @Nullable
    String foreignPage() {
        String page = request.headers().get("origin");
        if (page == null || page.endsWith("://" + request.headers().getOrDefault("host", ""))) {
            return null;
        }
        return page.toLowerCase(Locale.ROOT);
    }

    /** True when a header shows that a tunnel or a proxy forwarded it. */
    boolean isForwarded() {
        return request.headers().keySet().stream()
                .anyMatch(name -> name.startsWith("x-forwarded-") || FORWARDING_HEADERS.contains(name));
    }

    private String origin() {
        return publicUrl == null ? "http://" + request.headers().getOrDefault("host", "") : publicUrl;
    }
}
