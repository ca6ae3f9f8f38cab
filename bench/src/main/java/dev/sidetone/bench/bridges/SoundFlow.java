package dev.sidetone.bench.bridges;

import org.HdrHistogram.Histogram;

/** One direction of one call: what was sent when, and how much of it has arrived. Positions count samples of the line. One thread. */
final class SoundFlow {
    private static final int MOST = 2_048;

    /** The kind of a piece: paced, inside a burst, and a burst's last. */
    enum Piece {
        PACED,
        BURST,
        LAST_OF_BURST
    }

    private final long[] ends = new long[MOST];
    private final long[] sentNs = new long[MOST];
    private final Piece[] kinds = new Piece[MOST];
    private int first;
    private int waiting;
    private long sent;
    private long received;

    /** The position of what is sent next. */
    long sent() {
        return sent;
    }

    /** The position of what arrives next. */
    long received() {
        return received;
    }

    /** How much is under way. */
    long missing() {
        return sent - received;
    }

    void send(int samples, Piece kind, long nowNs) {
        sent += samples;
        if (waiting == MOST) {
            throw new IllegalStateException("nothing arrives any more");
        }
        int at = (first + waiting++) % MOST;
        ends[at] = sent;
        sentNs[at] = nowNs;
        kinds[at] = kind;
    }

    /** Takes in {@code samples} that arrived; false when more came than was sent. */
    boolean arrive(int samples, long nowNs, Histogram paced, Histogram burst, long sinceNs) {
        received += samples;
        while (waiting > 0 && ends[first] <= received) {
            if (sentNs[first] >= sinceNs && kinds[first] != Piece.BURST) {
                LoadFigures.add(kinds[first] == Piece.PACED ? paced : burst, nowNs - sentNs[first]);
            }
            first = (first + 1) % MOST;
            waiting--;
        }
        return received <= sent;
    }
}
