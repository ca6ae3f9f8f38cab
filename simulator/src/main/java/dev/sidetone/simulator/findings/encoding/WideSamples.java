package dev.sidetone.simulator.findings.encoding;

import org.jspecify.annotations.Nullable;

/**
 * Recognises samples of several bytes by their lanes: high bytes change slowly and low bytes are anything; of floating point one byte is the
 * exponent of numbers below one. Stateless.
 */
final class WideSamples {
    private static final int LANES = 4;
    private static final double HALVES_DIFFER = 0.3;
    private static final double LOW_BITS = 5.8;
    private static final double HIGH_BITS = 1.2;
    private static final double HIGH_APART = 32;
    /** Anything lies 64 apart on average; what alternates, as a tone of a quarter of the rate does, lies 128 apart. */
    private static final double LOW_APART = 90;

    private static final int HALF_SCALE = 0x40;
    private static final double MOSTLY_SMALL = 0.8;
    private static final double SMOOTHER = 0.6;
    private static final double EXPONENTS = 0.9;
    private static final double OTHER_EXPONENTS = 0.3;
    private static final double FRACTION_BITS = 5;
    private static final int SMALLEST_EXPONENT = 0x34;
    private static final int LARGEST_EXPONENT = 0x3F;

    private WideSamples() {}

    /**
     * Judges a second.
     *
     * @param began the lane's bit in which messages begin, or 0 where they begin in several: then nobody knows the byte order
     */
    static @Nullable SentFormat in(ByteCounts counts, int began) {
        int exponents = exponents(counts);
        if (exponents >= 0) {
            int place = exponents - Integer.numberOfTrailingZeros(began) & LANES - 1;
            return began == 0 || place % (LANES - 1) != 0
                    ? SentFormat.FLOAT32
                    : place == 0 ? SentFormat.FLOAT32_BE : SentFormat.FLOAT32_LE;
        }
        int high = highHalf(counts);
        if (high < 0) {
            return null;
        }
        boolean known = began != 0;
        boolean highFirst = known && (Integer.numberOfTrailingZeros(began) & 1) == high;
        return !known ? SentFormat.PCM16 : highFirst ? SentFormat.PCM16_BE : SentFormat.PCM16_LE;
    }

    /** The lane of the exponents, or -1. */
    private static int exponents(ByteCounts counts) {
        for (int lane = 0; lane < LANES; lane++) {
            boolean alone = shareOfExponents(counts, lane) > EXPONENTS;
            double fraction = 0;
            for (int other = 1; other < LANES; other++) {
                int neighbour = lane + other & LANES - 1;
                alone &= shareOfExponents(counts, neighbour) < OTHER_EXPONENTS;
                fraction = Math.max(fraction, counts.laneBits(neighbour));
            }
            if (alone && fraction > FRACTION_BITS) {
                return lane;
            }
        }
        return -1;
    }

    private static double shareOfExponents(ByteCounts counts, int lane) {
        int sum = 0;
        for (int value = SMALLEST_EXPONENT; value <= LARGEST_EXPONENT; value++) {
            sum += counts.of(lane, value) + counts.of(lane, value + 0x80);
        }
        return (double) LANES * sum / counts.bytes();
    }

    /** 0 or 1 for the half that holds the high bytes, or -1. */
    private static int highHalf(ByteCounts counts) {
        int high = counts.apart(0) < counts.apart(1) ? 0 : 1;
        double highApart = counts.apart(high);
        double lowApart = counts.apart(1 - high);
        boolean smooth = highApart < HIGH_APART && highApart < SMOOTHER * lowApart && lowApart < LOW_APART;
        return smooth
                        && counts.halvesDiffer() > HALVES_DIFFER
                        && isHigh(counts, high)
                        && counts.halfBits(1 - high) > LOW_BITS
                ? high
                : -1;
    }

    /** Most samples are below half the full scale, and they are not all the same. */
    private static boolean isHigh(ByteCounts counts, int half) {
        int small = 0;
        for (int value = -HALF_SCALE; value < HALF_SCALE; value++) {
            small += counts.of(half, value & 0xFF) + counts.of(half + 2, value & 0xFF);
        }
        return 2.0 * small / counts.bytes() > MOSTLY_SMALL && counts.halfBits(half) > HIGH_BITS;
    }
}
