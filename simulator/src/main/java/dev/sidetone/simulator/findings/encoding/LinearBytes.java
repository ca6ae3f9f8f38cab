package dev.sidetone.simulator.findings.encoding;

import org.jspecify.annotations.Nullable;

/**
 * Recognises linear samples of one byte. Where they pass through zero, mu-law would leap from silence to its loudest code and back, on one side
 * only, again and again: no sound does. Stateless.
 */
final class LinearBytes {
    private static final double CROSSINGS = 0.04;
    private static final double SMOOTH = 1.3;
    private static final double NEAR_ZERO = 0.85;
    private static final double FEWEST_BITS = 2.5;
    private static final int QUARTER = 0x40;

    private LinearBytes() {}

    static @Nullable SentFormat in(ByteCounts counts) {
        int near = 0;
        for (int value = 0x80 - QUARTER; value < 0x80 + QUARTER; value++) {
            near += counts.of(value);
        }
        double unsigned = (double) near / counts.bytes();
        if (unsigned > NEAR_ZERO && isVoice(counts, counts.jumps(0x7, 0x8), false)) {
            return SentFormat.UNSIGNED_8;
        }
        boolean signed = 1 - unsigned > NEAR_ZERO && isVoice(counts, counts.jumps(0xF, 0x0), true);
        return signed ? SentFormat.SIGNED_8 : null;
    }

    private static boolean isVoice(ByteCounts counts, double crossings, boolean signed) {
        return crossings > CROSSINGS && counts.roughness(signed) < SMOOTH && counts.bits() > FEWEST_BITS;
    }
}
