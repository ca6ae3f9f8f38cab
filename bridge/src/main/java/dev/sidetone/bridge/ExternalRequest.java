package dev.sidetone.bridge;

import dev.sidetone.bridge.socket.RequestHandler;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the one who sent a request sees the bridge: by its public origin where it has one, else by the host that was dialled. Behind a
 * proxy only the configured origin is trusted, never a forwarded header.
 */
record ExternalRequest(@Nullable String publicUrl, RequestHandler.Request request) {
    private static final Set<String> PASSED_ON = Set.of("forwarded", "via", "x-real-ip", "cf-connecting-ip");

    /** The URL that was asked for, as its sender signed it. */
    String requestUrl() {
        String query = request.query() == null ? "" : "?" + request.query();
        return origin() + request.path() + query;
    }

    /** The stream's URL for the TwiML: secure where the webhook is. */
    String streamUrl(String path) {
        return "ws" + origin().substring("http".length()) + path;
    }

    @Nullable
    String signature() {
        return request.headers().get("x-twilio-signature");
    }

    /**
     * Whether it was sent by this very machine. What a tunnel or a proxy on this machine passes on was not, and says so in a header; no
     * more was what somebody's page in this machine's browser sends.
     */
    boolean isFromHere() {
        return request.fromLoopback() && !isPassedOn() && !isFromAnothersPage();
    }

    /** A browser says whose page sends; programs say nothing, or the bridge's own address. */
    private boolean isFromAnothersPage() {
        String page = request.headers().get("origin");
        return page != null && !page.endsWith("://" + request.headers().getOrDefault("host", ""));
    }

    /** Whether a tunnel or a proxy says that it comes from somebody else. */
    boolean isPassedOn() {
        return request.headers().keySet().stream()
                .anyMatch(name -> name.startsWith("x-forwarded-") || PASSED_ON.contains(name));
    }

    private String origin() {
        return publicUrl == null ? "http://" + request.headers().getOrDefault("host", "") : publicUrl;
    }
}
