package dev.sidetone.bridge.agent;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The request that opens an agent's WebSocket. Immutable, for any thread.
 *
 * @param url with the vendor's query
 * @param headers with the key; never printed
 */
public record Handshake(URI url, Map<String, String> headers) {
    /** The answer of a service whose endpoint is fixed and need not be requested over HTTP. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final int httpStatus;

        /** @param httpStatus 0 when there was no HTTP answer */
        public Refused(int httpStatus, String reason) {
            super(reason, null, false, false);
            this.httpStatus = httpStatus;
        }

        public int httpStatus() {
            return httpStatus;
        }
    }

    public Handshake {
        headers = Map.copyOf(headers);
    }

    /** A handshake that is known without asking anybody. */
    public static CompletableFuture<Handshake> known(URI url, Map<String, String> headers) {
        return CompletableFuture.completedFuture(new Handshake(url, headers));
    }

    @Override
    public String toString() {
        return "Handshake[" + url.getAuthority() + "]";
    }
}
