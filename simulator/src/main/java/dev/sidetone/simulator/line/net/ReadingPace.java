package dev.sidetone.simulator.line.net;

/**
 * Keeps a server's messages to a rate that the line can follow: what comes beyond it is not read before the second is over, so that it waits
 * at its sender. Owned by the thread that reads the socket.
 */
final class ReadingPace {
    /** An answer of ten minutes in messages of 20 ms is read within three seconds. */
    static final int MOST_MESSAGES = 10_000;
    /** The longest message that is taken. */
    static final int MOST_CHARS = HandshakeDraft.MOST_FRAME_BYTES;

    private static final long SECOND_NS = 1_000_000_000L;

    private long secondNs;
    private int messages;
    private long chars;

    /** Begins the first second at {@code nowNs}. */
    ReadingPace(long nowNs) {
        secondNs = nowNs;
    }

    /** Counts a message of {@code size} characters that was read; returns for how long nothing more may be read. */
    long received(int size, long nowNs) {
        if (nowNs - secondNs >= SECOND_NS) {
            secondNs = nowNs;
            messages = 0;
            chars = 0;
        }
        messages++;
        chars += size;
        return messages < MOST_MESSAGES && chars < MOST_CHARS ? 0 : secondNs + SECOND_NS - nowNs;
    }
}
