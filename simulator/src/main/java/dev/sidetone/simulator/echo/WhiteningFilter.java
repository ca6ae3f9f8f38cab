package dev.sidetone.simulator.echo;

import dev.sidetone.bridge.audio.LineFrame;

/**
 * Line frames at half their rate, with a flat spectrum: what is left of speech is its fine structure, which only an echo shares. Owned by
 * one search.
 */
final class WhiteningFilter {
    /** Samples of one frame at {@link #RATE_HZ}. */
    static final int SAMPLES = LineFrame.BYTES / 2;

    static final int RATE_HZ = LineFrame.RATE_HZ / 2;
    private static final float EMPHASIS = 0.9f;

    private final short[] pcm = new short[LineFrame.BYTES];
    private float before;
    private float smoothed;

    /** Puts {@link #SAMPLES} samples into {@code target} from {@code at} on; answers their energy. */
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
