package dev.sidetone.simulator.line.stream;

/** One carrier's messages, both ways, on a stream whose server is heard by the caller. Owned by its stream, on the line thread. */
public interface TwoWayProtocol extends StreamProtocol {
    /** The message for a key that the caller pressed: one of 0-9, * and #. */
    String key(char key);

    /** The message that returns a mark. */
    String mark(String name);

    /**
     * Reads one message of the server and hands its content to {@code receiver}.
     *
     * @throws InvalidMessage if the carrier ignores the message
     */
    void read(String text, Receiver receiver) throws InvalidMessage;

    /** Takes the content of a server's message. */
    interface Receiver {
        /** Audio of any length, mu-law at 8 kHz, to be played behind what is queued. */
        void media(byte[] mulaw);

        /** A mark, to be returned when what is queued before it has been played. */
        void mark(String name);

        /** The request to discard what is queued. */
        void clear();

        /** A problem of the message whose content follows all the same. */
        void suspect(InvalidMessage problem);
    }
}
