package dev.sidetone.bridge.socket;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is served on one port: HTTP answers and WebSockets. Called on the loop that the request arrived on; never blocks. */
public interface RequestHandler {
    /** Answers a plain request. */
    Response answer(Request request, EventLoop loop);

    /** Accepts or refuses a WebSocket. */
    Upgrade upgrade(Request request, EventLoop loop);

    /**
     * One HTTP request, whole.
     *
     * @param method in capitals
     * @param path starts with a slash, without the query
     * @param query what follows the question mark, still encoded, or null
     * @param headers by lower-case name, the first value of each
     * @param body as text, at most 1 MiB
     * @param fromLoopback whether the peer's address is this machine's own
     */
    record Request(
            String method,
            String path,
            @Nullable String query,
            Map<String, String> headers,
            String body,
            boolean fromLoopback) {}

    /**
     * One HTTP answer.
     *
     * @param headers further ones, by name
     */
    record Response(int status, String contentType, String body, Map<String, String> headers) {
        public Response {
            headers = Map.copyOf(headers);
        }

        /** Without further headers. */
        public Response(int status, String contentType, String body) {
            this(status, contentType, body, Map.of());
        }

        public static Response text(int status, String body) {
            return new Response(status, "text/plain; charset=utf-8", body);
        }
    }

    /** The answer to a WebSocket's opening handshake. */
    sealed interface Upgrade {
        /** Becomes a WebSocket, told to {@code listener}. */
        record Accept(ConnectionListener listener) implements Upgrade {}

        /** Is answered in plain HTTP, with a status other than 101. */
        record Refuse(Response response) implements Upgrade {
            /** Refused in words. */
            public Refuse(int status, String why) {
                this(Response.text(status, why));
            }

            public int status() {
                return response.status();
            }

            /** What the other side gets to read. */
            public String why() {
                return response.body();
            }
        }
    }
}
