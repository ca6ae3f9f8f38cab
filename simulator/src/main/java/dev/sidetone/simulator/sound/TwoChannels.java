package dev.sidetone.simulator.sound;

import java.util.Arrays;

/** The two channels of a call's recording at 8 kHz, 16 bits, equally long. Not changed by anybody; for any thread. */
public final class TwoChannels {
    private final short[] left;
    private final short[] right;

    /** The shorter one is silent at its end. */
    public TwoChannels(short[] left, short[] right) {
        int length = Math.max(left.length, right.length);
        this.left = Arrays.copyOf(left, length);
        this.right = Arrays.copyOf(right, length);
    }

    /** In samples. */
    public int length() {
        return left.length;
    }

    public short left(int sample) {
        return left[sample];
    }

    public short right(int sample) {
        return right[sample];
    }
}
