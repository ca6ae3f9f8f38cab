package dev.sidetone.simulator.echo;

import dev.sidetone.bridge.audio.LineFrame;

/**
 * Halves the rate of line frames and flattens their spectrum: what remains of speech is its fine structure, which only an echo shares. Owned
 * by one {@link EchoCorrelator}.
 */
final class WhiteningFilter {
    /** Samples of one frame at {@link #RATE_HZ}. */
    static final int SAMPLES = LineFrame.BYTES / 2;

    static final int RATE_HZ = LineFrame.RATE_HZ / 2;
    private static final float EMPHASIS = 0.9f;

    private final short[] pcm = new short[LineFrame.BYTES];
    private float before;
    private float smoothed;

    /** Writes {@link #SAMPLES} samples into {@code target} from {@code at} on; returns their energy. */
    float flatten(LineFrame frame, float[] target, int at) {
        frame.toPcm(pcm);
        float energy = 0;
        for (int i = 0; i < SAMPLES; i++) {
            float now = (before + 2f * pcm[2 * i] + pcm[2 * i + 1]) / 4;
            before = pcm[2 * i + 1];
            float flat = now - EMPHASIS * smoothed;
            smoothed = now;
            target[at + i] = flat;
            energy += flat * flat;
        }
        return energy;
    }
}
