package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.List;

/**
 * The sizes of the pieces in which a vendor sends its agent's audio, and the fastest pace.
 *
 * @param chunkBytes of mu-law, in turn
 * @param mostBurst how much faster than real time at most
 * @param leadBytes how much goes out at once before that
 */
public record Pacing(List<Integer> chunkBytes, double mostBurst, int leadBytes) {
    /** 100 to 400 ms each and no multiple of a frame, as fast as the script says. */
    public static final Pacing BURSTS =
            new Pacing(List.of(1630, 970, 2750, 1110, 3190, 810, 2310), Double.MAX_VALUE, 0);

    /** Pieces of one size at real-time pace, a little ahead of it. */
    public static Pacing realTime(int bytes) {
        return new Pacing(List.of(bytes), 1, 100 * LineFrame.RATE_HZ / 1000);
    }

    public int chunk(int number) {
        return chunkBytes.get(number % chunkBytes.size());
    }

    /** The time at which the piece that ends at {@code toByte} has been sent, after the first one. */
    public long afterNs(int toByte, double burst) {
        return Math.round(Math.max(0, toByte - leadBytes) * LineFrame.SAMPLE_NS / Math.min(burst, mostBurst));
    }
}
