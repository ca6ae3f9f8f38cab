package dev.sidetone.bridge.socket;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers the HTTP requests and WebSocket handshakes of one port. Called on the loop that the request arrived on; never blocks. */
public interface RequestHandler {
    /** Answers a request that is no WebSocket handshake. */
    Response answer(Request request, EventLoop loop);

    /** Accepts or rejects a WebSocket handshake. */
    Upgrade upgrade(Request request, EventLoop loop);

    /** The limit of one message on its WebSockets. */
    default AdmissionBudget.Limit messageLimit() {
        return AdmissionBudget.Limit.MESSAGE_BYTES;
    }

    /**
     * One HTTP request, whole.
     *
     * @param method in capitals
     * @param path starts with a slash, without the query
     * @param query what follows the question mark, still encoded, or null
     * @param headers by lower-case name, the first value of each
     * @param body as text, at most {@link AdmissionBudget.Limit#BODY_BYTES}
     * @param peer the numeric address that it came from, or an empty text where there is none
     */
    record Request(
            String method, String path, @Nullable String query, Map<String, String> headers, String body, String peer) {
        /** True when it came from an address of this machine's own: from a program here, which may be a tunnel. */
        public boolean fromLoopback() {
            try {
                return !peer.isEmpty() && InetAddress.getByName(peer).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }
    }

    /**
     * One HTTP response.
     *
     * @param headers further headers, by name
     */
    record Response(int status, String contentType, String body, Map<String, String> headers) {
        public Response {
            headers = Map.copyOf(headers);
        }

        /** A response without further headers. */
        public Response(int status, String contentType, String body) {
            this(status, contentType, body, Map.of());
        }

        /** The same, which a browser passes on to a page of the origin {@code page}. */
        public Response readableBy(String page) {
            Map<String, String> more = new HashMap<>(headers);
            more.put("Access-Control-Allow-Origin", page);
            more.put("Vary", "Origin");
            return new Response(status, contentType, body, more);
        }

        public static Response text(int status, String body) {
            return new Response(status, "text/plain; charset=utf-8", body);
        }
    }

    /** The answer to a WebSocket's opening handshake. */
    sealed interface Upgrade {
        /** Opens the WebSocket and reports its events to {@code listener}. */
        record Accept(ConnectionListener listener) implements Upgrade {}

        /** Rejects the handshake with an HTTP response, whose status is not 101. */
        record Refuse(Response response) implements Upgrade {
            /** A rejection with a reason as plain text. */
            public Refuse(int status, String why) {
                this(Response.text(status, why));
            }

            public int status() {
                return response.status();
            }

            /** The reason, which is the response's body. */
            public String why() {
                return response.body();
            }
        }
    }
}
