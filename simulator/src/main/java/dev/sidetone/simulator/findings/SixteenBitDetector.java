package dev.sidetone.simulator.findings;

/**
 * Distinguishes 16-bit samples from mu-law by their halves: in speech the high byte is nearly always close to zero, from either side, and
 * the low byte is anything. In mu-law every byte is like every other. Either byte order. Owned by one check.
 */
final class SixteenBitDetector {
    private static final int WINDOW_BYTES = 8_000;
    private static final int SMALL = 0x10;
    private static final double SURE_DIFFERENCE = 0.5;

    private final int[] small = new int[2];
    private int bytes;

    /** Takes in what was sent next; true when a second of it shows 16-bit samples. */
    boolean isSeenIn(byte[] sent) {
        boolean seen = false;
        for (byte b : sent) {
            int value = b & 0xFF;
            small[bytes % 2] += value < SMALL || value >= 0x100 - SMALL ? 1 : 0;
            if (++bytes == WINDOW_BYTES) {
                seen |= Math.abs(small[0] - small[1]) > SURE_DIFFERENCE * WINDOW_BYTES / 2;
                bytes = 0;
                small[0] = 0;
                small[1] = 0;
            }
        }
        return seen;
    }
}
