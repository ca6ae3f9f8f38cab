package dev.sidetone.bench;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Arrays;

/** A click of one loud millisecond: writes it and finds it. Stateless. */
final class Click {
    private static final int SAMPLES = 8;
    private static final short LOUD = 16_000;
    private static final short HEARD = 4_000;

    private Click() {}

    /** Creates a frame that starts with the click. */
    static LineFrame frame() {
        short[] samples = new short[LineFrame.BYTES];
        Arrays.fill(samples, 0, SAMPLES, LOUD);
        return LineFrame.ofPcm(samples);
    }

    /** Returns the first sample of the click in a frame, or -1. */
    static int findIn(LineFrame frame) {
        short[] samples = new short[LineFrame.BYTES];
        frame.toPcm(samples);
        for (int i = 0; i < samples.length; i++) {
            if (samples[i] > HEARD) {
                return i;
            }
        }
        return -1;
    }

    /** Writes the click at the start of 16-bit little-endian audio. */
    static void write(byte[] pcm) {
        for (int i = 0; i < SAMPLES; i++) {
            pcm[2 * i] = (byte) LOUD;
            pcm[2 * i + 1] = (byte) (LOUD >> 8);
        }
    }

    /** Returns whether the first {@code length} bytes of 16-bit little-endian audio contain the click. */
    static boolean isIn(byte[] pcm, int length) {
        for (int i = 0; i + 1 < length; i += 2) {
            if ((short) ((pcm[i + 1] << 8) | (pcm[i] & 0xFF)) > HEARD) {
                return true;
            }
        }
        return false;
    }
}
