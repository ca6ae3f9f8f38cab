package dev.sidetone.simulator.line.net;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The result of fetching a file. {@code atNs} is the moment at which it was there. */
public sealed interface Download {
    /** More than this is never read. */
    int MOST_BYTES = 16 << 20;

    long atNs();

    /**
     * The server answered.
     *
     * @param url the URL that was requested
     * @param contentType the header as it came, or an empty string
     * @param bytes the body, which nobody changes any more, cut at {@link #MOST_BYTES}
     * @param tooLong whether it was cut
     * @param movedTo where the file is instead, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Fetched(
            long atNs, URI url, int status, String contentType, byte[] bytes, boolean tooLong, @Nullable URI movedTo)
            implements Download {
        /** The same, as if {@code other} had been asked. */
        Fetched from(URI other) {
            return new Fetched(atNs, other, status, contentType, bytes, tooLong, movedTo);
        }
    }

    /** There was no answer. */
    record Failed(long atNs, ConnectionFailure trouble, String why) implements Download {}
}
