package dev.sidetone.simulator.scenario.draft;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.SpeechEnergy;
import java.util.Arrays;

/** Cuts what the caller said out of a recorded call, the same at every time. Instants are the call's, in ms. Immutable. */
final class CallerCuts {
    private static final int SAMPLES_PER_MS = LineFrame.RATE_HZ / 1000;
    /** The quiet sound around speech that is cut out with it, in windows: first and last sounds are often quieter than what counts as speech. */
    private static final int MARGIN = 10;

    private final double zeroMs;
    private final short[] caller;
    private final boolean[] audible;

    /**
     * @param zeroMs the instant of the recording's first sample
     * @param caller what the caller said, used from here on
     */
    CallerCuts(double zeroMs, short[] caller) {
        this.zeroMs = zeroMs;
        this.caller = caller;
        byte[] mulaw = new byte[caller.length];
        Mulaw.encode(caller, mulaw);
        audible = new boolean[caller.length / SpeechEnergy.WINDOW];
        for (int i = 0; i < audible.length; i++) {
            audible[i] = SpeechEnergy.isAudible(SpeechEnergy.dbm0(mulaw, i * SpeechEnergy.WINDOW, SpeechEnergy.WINDOW));
        }
    }

    /**
     * One stretch of the recording.
     *
     * @param startMs its first sample
     * @param samples empty where nothing can be heard in it
     */
    @SuppressWarnings("ArrayRecordComponent") // a cut is written to a file and never compared
    record Cut(double startMs, short[] samples) {}

    /** What was said from {@code fromMs} to {@code toMs}, with the silence around it but nothing else that can be heard. */
    Cut cut(double fromMs, double toMs) {
        int from = window(Math.floor((fromMs - zeroMs) * SAMPLES_PER_MS / SpeechEnergy.WINDOW));
        int to = window(Math.ceil((toMs - zeroMs) * SAMPLES_PER_MS / SpeechEnergy.WINDOW));
        if (!isAnythingAudible(from, to)) {
            return new Cut(fromMs, new short[0]);
        }
        int first = from;
        while (first > 0 && from - first < MARGIN && !audible[first - 1]) {
            first--;
        }
        int end = to;
        while (end < audible.length && end - to < MARGIN && !audible[end]) {
            end++;
        }
        double startMs = zeroMs + (double) first * SpeechEnergy.WINDOW / SAMPLES_PER_MS;
        return new Cut(startMs, Arrays.copyOfRange(caller, first * SpeechEnergy.WINDOW, end * SpeechEnergy.WINDOW));
    }

    private int window(double number) {
        return (int) Math.max(0, Math.min(audible.length, number));
    }

    private boolean isAnythingAudible(int from, int to) {
        for (int i = from; i < to; i++) {
            if (audible[i]) {
                return true;
            }
        }
        return false;
    }
}
