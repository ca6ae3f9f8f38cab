package dev.sidetone.simulator.line.net;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Map;

/** The result of an HTTP request. {@code atNs} is the moment at which it was there. */
public sealed interface HttpAnswer {
    /** More than this is never read. */
    int MOST_BYTES = 64 * 1024;

    long atNs();

    /**
     * The server answered.
     *
     * @param url the URL that was requested; without the form that a GET puts into its query, once it is judged
     * @param contentType the header as it came, or an empty string
     * @param body as text, cut at {@link #MOST_BYTES}
     * @param tooLong whether it was cut
     */
    record Answered(
            long atNs, URI url, int status, String contentType, String body, boolean tooLong, HttpHeaders headers)
            implements HttpAnswer {
        /** An answer of which no header but the content type matters. */
        public Answered(long atNs, URI url, int status, String contentType, String body, boolean tooLong) {
            this(atNs, url, status, contentType, body, tooLong, HttpHeaders.of(Map.of(), (name, value) -> true));
        }

        /** The same, as if {@code other} had been asked. */
        public Answered from(URI other) {
            return new Answered(atNs, other, status, contentType, body, tooLong, headers);
        }
    }

    /** There was no answer. */
    record Failed(long atNs, ConnectionFailure trouble, String why) implements HttpAnswer {}
}
