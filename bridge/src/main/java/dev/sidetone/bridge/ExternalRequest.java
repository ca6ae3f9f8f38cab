package dev.sidetone.bridge;

import dev.sidetone.bridge.socket.LocalRequest;
import dev.sidetone.bridge.socket.RequestHandler;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as its sender sees it: addressed to the bridge's public origin where it has one, else to the host in the request. Behind a
 * proxy only the configured origin is trusted, never a forwarding header.
 *
 * @param ownHost the host that the bridge listens on, as configured
 */
record ExternalRequest(@Nullable String publicUrl, String ownHost, RequestHandler.Request request) {
    /** The URL that was requested, as its sender signed it. */
    String requestUrl() {
        String query = request.query() == null ? "" : "?" + request.query();
        return origin() + request.path() + query;
    }

    /** The stream's URL for the TwiML: {@code wss} where the webhook is {@code https}. */
    String streamUrl(String path) {
        return "ws" + origin().substring("http".length()) + path;
    }

    /** The signature that it carries, which may be a wrong one, or null. */
    @Nullable
    String signature() {
        String signature = request.headers().getOrDefault("x-twilio-signature", "");
        return signature.isEmpty() ? null : signature;
    }

    /** True when a program on this machine sent it, or a browser on this machine for a page of one of the origins {@code pages}. */
    boolean isLocal(Set<String> pages) {
        return sender().isLocal(pages);
    }

    /** The origin of another site's page whose browser sent it, or null. */
    @Nullable
    String foreignPage() {
        return sender().foreignPage();
    }

    /** The request in the light of who may have sent it. */
    LocalRequest sender() {
        return new LocalRequest(request, ownHost);
    }

    /** True when it may change anything, once it is accepted: a browser sends a GET for whatever page there is, but signs nothing. */
    boolean mayChange() {
        return request.method().equals("POST") || signature() != null;
    }

    private String origin() {
        return publicUrl == null ? "http://" + request.headers().getOrDefault("host", "") : publicUrl;
    }
}
