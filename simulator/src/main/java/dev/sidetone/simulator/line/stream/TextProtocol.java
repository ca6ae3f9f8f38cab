package dev.sidetone.simulator.line.stream;

import dev.sidetone.simulator.findings.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One carrier's messages on a stream over which texts pass and no sound: the carrier itself hears the caller and speaks the server's words.
 * Owned by its stream, on the line thread.
 */
public interface TextProtocol extends StreamEnds {
    /** The socket is open and the opening messages were sent; {@code line} is there until {@link #over}. */
    void started(Line line);

    /** The server's message number {@code message}, from 1, came. */
    void received(String text, long message, long atNs);

    /** A binary message came. */
    void receivedBinary(long message);

    /** A message came after the carrier had ended the stream. */
    void receivedLate(String text);

    /** The caller pressed a key: one of 0-9, * and #. */
    void key(char key);

    /** What was played before {@code mark} has been heard by {@code atNs}. */
    void reached(String mark, long atNs);

    /** The finding as this carrier has it, of one about the stream's connection. */
    Finding judged(Finding finding);

    /** The stream is over: timers end. {@code code} is the server's closing code, if it closed. */
    void over(@Nullable Integer code);

    /** The stream's way to the server and to the caller's ear. */
    interface Line {
        /** Sends a message to the server. */
        void send(String message);

        /**
         * Plays {@code mulaw} behind what is queued.
         *
         * @param message the server's message that is the reason, or 0
         * @param mark is reached when its last sample was heard
         * @param atNs when it was due: a line that is late plays it from its place on the grid all the same
         */
        void play(byte[] mulaw, long message, String mark, long atNs);

        /** Bytes that wait to be heard. */
        int queuedBytes();

        /** Throws away all that is queued; marks in it are never reached. */
        void cut(long message);

        /** Ends the stream by the closing handshake. */
        void leave(int code, String reason);
    }
}
