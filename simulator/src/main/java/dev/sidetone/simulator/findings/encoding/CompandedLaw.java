package dev.sidetone.simulator.findings.encoding;

/**
 * Tells A-law from mu-law. Large amplitudes are rarer than small ones in any sound; a code of the one law read as the other's has three bits of
 * its magnitude inverted, and then small amplitudes are missing where larger ones abound. Stateless.
 */
final class CompandedLaw {
    /** Codes are counted in pairs, without their sign. */
    private static final int PAIRS = 64;

    private static final int PAIRS_OF_SEGMENT = 8;
    /** What A-law's pair is called in mu-law: all bits of mu-law are inverted, every second one of A-law. */
    private static final int ALAW_PAIR = 0x15;

    private static final double WRONG = 0.25;
    private static final double RIGHT = 0.15;
    private static final double TIMES = 3;
    private static final double FEWEST_BITS = 4;

    private CompandedLaw() {}

    /** 1 for a second of A-law, -1 for one of mu-law, 0 where it does not show. */
    static int verdict(ByteCounts counts) {
        if (counts.bits() < FEWEST_BITS) {
            return 0;
        }
        double mulaw = excess(counts, 0, 0);
        double alaw = excess(counts, ALAW_PAIR, 1);
        if (mulaw > WRONG && alaw < RIGHT && mulaw > TIMES * alaw) {
            return 1;
        }
        return alaw > WRONG && mulaw < RIGHT ? -1 : 0;
    }

    /**
     * The share of samples that are too many for how few smaller ones there are, 0 to 1.
     *
     * @param inverted bits of a pair that are inverted
     * @param linear how many segments above the first are as fine as it
     */
    private static double excess(ByteCounts counts, int inverted, int linear) {
        double fewest = Double.POSITIVE_INFINITY;
        double excess = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            int segment = pair / PAIRS_OF_SEGMENT;
            double width = 1 << Math.max(0, segment - linear);
            int here = ofPair(counts, pair ^ inverted);
            if (here / width > fewest) {
                excess += here - fewest * width;
            }
            fewest = Math.min(fewest, here / width);
        }
        return excess / counts.bytes();
    }

    /** Of both signs. Magnitudes are inverted in mu-law: 0x7F is the smallest. */
    private static int ofPair(ByteCounts counts, int pair) {
        int code = 0x7F - 2 * pair;
        return counts.of(code) + counts.of(code - 1) + counts.of(code + 0x80) + counts.of(code + 0x7F);
    }
}
