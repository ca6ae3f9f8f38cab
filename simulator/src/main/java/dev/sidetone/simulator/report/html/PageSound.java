package dev.sidetone.simulator.report.html;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.sound.TwoChannels;
import java.util.Base64;

/**
 * Both voices of a call as a page draws and plays them: levels in a bounded number of steps, and mu-law, which the page turns into a WAV
 * that every browser plays.
 *
 * @param callerLeft whether the caller is on the left channel
 * @param startAtMs the instant of the first sample on the call's own clock
 */
public record PageSound(TwoChannels channels, boolean callerLeft, double startAtMs) {
    private static final int MOST_STEPS = 24_000;
    private static final int SHORTEST_STEP_MS = 10;
    private static final int SAMPLES_PER_MS = LineFrame.RATE_HZ / 1000;

    int lengthMs() {
        return channels.length() / SAMPLES_PER_MS;
    }

    /** The length of a step of {@link #levels}. */
    int stepMs() {
        int step = SHORTEST_STEP_MS;
        while (lengthMs() / step >= MOST_STEPS) {
            step *= 2;
        }
        return step;
    }

    /** The loudest sample of each step, a byte of 0 to 127, in base64. */
    String levels(boolean caller) {
        int samplesPerStep = stepMs() * SAMPLES_PER_MS;
        byte[] levels = new byte[(channels.length() + samplesPerStep - 1) / samplesPerStep];
        for (int i = 0; i < channels.length(); i++) {
            int step = i / samplesPerStep;
            levels[step] = (byte) Math.max(levels[step], Math.min(127, Math.abs(sample(caller, i)) >> 8));
        }
        return Base64.getEncoder().encodeToString(levels);
    }

    /** The first {@code ms} of one voice as mu-law in base64. */
    String mulaw(boolean caller, int ms) {
        byte[] codes = new byte[Math.min(channels.length(), ms * SAMPLES_PER_MS)];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Mulaw.encode(sample(caller, i));
        }
        return Base64.getEncoder().encodeToString(codes);
    }

    private short sample(boolean caller, int at) {
        return caller == callerLeft ? channels.left(at) : channels.right(at);
    }
}
