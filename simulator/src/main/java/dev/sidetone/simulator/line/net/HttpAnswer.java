package dev.sidetone.simulator.line.net;

import java.net.URI;

/** What came of an HTTP request. {@code atNs} is the moment it was there. */
public sealed interface HttpAnswer {
    /** More than this is never read. */
    int MOST_BYTES = 64 * 1024;

    long atNs();

    /**
     * The server answered.
     *
     * @param url where the answer came from, after redirects
     * @param contentType the header as it came, or an empty string
     * @param body as text, cut at {@link #MOST_BYTES}
     * @param tooLong whether it was cut
     */
    record Answered(long atNs, URI url, int status, String contentType, String body, boolean tooLong)
            implements HttpAnswer {}

    /** There was no answer. */
    record Failed(long atNs, Trouble trouble, String why) implements HttpAnswer {}
}
