package dev.sidetone.simulator.line.net;

import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/** The way to a server. Never blocks; everything is told later, on any thread. */
public interface Network extends AutoCloseable {
    /** Asks over HTTP; {@code answer} is told exactly once, unless it was cut before. */
    Link request(String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer);

    /** Fetches a file by one GET; {@code done} is told exactly once, unless it was cut before, and may take its time. */
    Link download(URI url, Map<String, String> headers, Consumer<Download> done);

    /** Opens a WebSocket. */
    Link dial(URI url, Map<String, String> headers, StreamSocketListener listener);

    /** Closes every socket and ends every thread. */
    @Override
    void close();

    /** A request or a WebSocket under way. */
    @FunctionalInterface
    interface Link {
        /** Drops the connection without a word; harmless when it has ended. Nothing need be told any more. */
        void cut();
    }
}
