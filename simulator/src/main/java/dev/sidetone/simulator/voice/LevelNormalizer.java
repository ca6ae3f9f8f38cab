package dev.sidetone.simulator.voice;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.SpeechEnergy;
import java.util.Arrays;

/**
 * Converts 8 kHz samples to telephone speech: normalises the level to a talker's on the line and trims the silence around it. Stateless, for
 * any thread.
 */
final class LevelNormalizer {
    /** The average level of an utterance's audible windows. */
    static final double ACTIVE_DBM0 = -18;
    /** The silence after the last audible window. */
    static final int TAIL_MS = 100;

    /** Windows this far below the loudest one are pauses, which do not count for the level. */
    private static final double PAUSE_BELOW_LOUDEST = 1e-3;

    private static final double TARGET_POWER = 32636.0 * 32636.0 / 2 * Math.pow(10, (ACTIVE_DBM0 - 3.17) / 10);
    private static final int SAMPLES_PER_MS = LineFrame.RATE_HZ / 1000;

    private LevelNormalizer() {}

    /**
     * Levels, encodes and trims: {@code leadMs} of silence, then the first audible window.
     *
     * @throws IllegalArgumentException if nothing in it is audible
     */
    static byte[] onTheLine(short[] samples, int leadMs) {
        byte[] codes = new byte[samples.length];
        Mulaw.encode(amplified(samples, gain(samples)), codes);
        int first = firstAudible(codes);
        int end = endOfAudible(codes);
        if (first >= end) {
            throw new IllegalArgumentException("there is nothing audible in it");
        }
        int lead = leadMs * SAMPLES_PER_MS;
        byte[] line = new byte[lead + (end - first) + TAIL_MS * SAMPLES_PER_MS];
        Arrays.fill(line, Mulaw.SILENCE);
        int kept = Math.min(codes.length - first, line.length - lead);
        System.arraycopy(codes, first, line, lead, kept);
        return line;
    }

    private static double gain(short[] samples) {
        double[] power = windowPowers(samples);
        double loudest = Arrays.stream(power).max().orElse(0);
        double active = Arrays.stream(power)
                .filter(window -> window > loudest * PAUSE_BELOW_LOUDEST)
                .average()
                .orElse(0);
        return active == 0 ? 1 : Math.sqrt(TARGET_POWER / active);
    }

    private static double[] windowPowers(short[] samples) {
        double[] powers = new double[samples.length / SpeechEnergy.WINDOW];
        for (int i = 0; i < powers.length * SpeechEnergy.WINDOW; i++) {
            powers[i / SpeechEnergy.WINDOW] += (double) samples[i] * samples[i] / SpeechEnergy.WINDOW;
        }
        return powers;
    }

    private static short[] amplified(short[] samples, double gain) {
        short[] louder = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            long value = Math.round(samples[i] * gain);
            louder[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
        }
        return louder;
    }

    private static int firstAudible(byte[] codes) {
        int at = 0;
        while (at + SpeechEnergy.WINDOW <= codes.length && !isAudible(codes, at)) {
            at += SpeechEnergy.WINDOW;
        }
        return at;
    }

    private static int endOfAudible(byte[] codes) {
        int at = codes.length / SpeechEnergy.WINDOW * SpeechEnergy.WINDOW;
        while (at > 0 && !isAudible(codes, at - SpeechEnergy.WINDOW)) {
            at -= SpeechEnergy.WINDOW;
        }
        return at;
    }

    private static boolean isAudible(byte[] codes, int offset) {
        return SpeechEnergy.isAudible(SpeechEnergy.dbm0(codes, offset, SpeechEnergy.WINDOW));
    }
}
