package dev.sidetone.simulator.line.net;

import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/** The line's network: HTTP requests and WebSockets to servers. Never blocks; every result is reported later, on any thread. */
public interface Network extends AutoCloseable {
    /** Sends an HTTP request; {@code answer} gets the result exactly once, unless the request was cut before. */
    Link request(String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer);

    /** Fetches a file by one GET; {@code done} gets it exactly once, unless it was cut before, and may take its time. */
    Link download(URI url, Map<String, String> headers, Consumer<Download> done);

    /** Opens a WebSocket. */
    Link dial(URI url, Map<String, String> headers, StreamSocketListener listener);

    /** The way that a request or a stream takes to {@code url}. */
    default Route route(URI url) {
        return Route.direct(url);
    }

    /** Closes every socket and ends every thread. */
    @Override
    void close();

    /** A request or a WebSocket under way. */
    @FunctionalInterface
    interface Link {
        /** Drops the connection without a word; harmless when it has ended. Nothing need be reported any more. */
        void cut();
    }
}
