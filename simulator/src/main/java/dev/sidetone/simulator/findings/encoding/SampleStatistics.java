package dev.sidetone.simulator.findings.encoding;

import org.jspecify.annotations.Nullable;

/**
 * Tells raw samples of another format from mu-law, by the bytes of a second at a time. Bytes are counted in four lanes, by their place modulo
 * four: in mu-law every lane is like every other. Owned by one {@link FormatDetector}.
 */
final class SampleStatistics {
    private static final int WINDOW_BYTES = 8_000;
    private static final int LANES = 4;
    /** A-law and mu-law differ by three bits of a code: one second alone is not believed. */
    private static final int SURE_SECONDS = 2;

    private final ByteCounts counts = new ByteCounts();
    private long position;
    private int bytes;
    private int alawSeconds;
    /** A bit for each lane in which a message of this second began. */
    private int began;

    /** Takes in the next message; the format that the second which it completes shows, or else null. */
    @Nullable
    SentFormat next(byte[] sent) {
        SentFormat seen = null;
        int firstLane = 1 << (position & LANES - 1);
        began |= firstLane;
        for (byte b : sent) {
            counts.add((int) position & LANES - 1, b & 0xFF);
            position++;
            if (++bytes == WINDOW_BYTES) {
                seen = seen == null ? judge() : seen;
                counts.clear();
                bytes = 0;
                began = firstLane;
            }
        }
        return seen;
    }

    private @Nullable SentFormat judge() {
        SentFormat wide = WideSamples.in(counts, Integer.bitCount(began) == 1 ? began : 0);
        if (wide != null) {
            return wide;
        }
        SentFormat linear = LinearBytes.in(counts);
        if (linear != null) {
            return linear;
        }
        alawSeconds = Math.max(0, alawSeconds + CompandedLaw.verdict(counts));
        return alawSeconds >= SURE_SECONDS ? SentFormat.ALAW : null;
    }
}
