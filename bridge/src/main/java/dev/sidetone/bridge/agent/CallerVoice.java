package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;

/**
 * Hears by energy when the caller begins and stops, for a wire that never says so. Takes what is louder than {@link SpeechEnergy#AUDIBLE_DBM0}
 * and than the line's own noise for the caller. One per session, on the call's event loop.
 */
public final class CallerVoice {
    private static final long WINDOW_MS = 1000L * SpeechEnergy.WINDOW / LineFrame.RATE_HZ;
    /** So much must be voiced before it counts as speaking, 60 ms: a click is none. */
    private static final int ONSET_WINDOWS = 6;
    /** A voice is so much louder than the line. */
    private static final float MARGIN_DB = 8;
    /** Sound above this level is a voice, however long it lasts. */
    private static final float LOUDEST_DBM0 = -22;
    /** The noise is the quietest that was heard, and forgotten by a decibel a second. */
    private static final float FORGOTTEN_DB = 0.01f;

    private float noiseDbm0 = SpeechEnergy.AUDIBLE_DBM0;
    private int voiced;
    private int silent;
    private boolean speaking;
    private final int endWindows;

    /** @param silenceMs the silence after which the caller has stopped */
    public CallerVoice(int silenceMs) {
        endWindows = (int) (silenceMs / WINDOW_MS);
        silent = endWindows;
    }

    /** Takes in audio; true when the caller has begun with it, or stopped. */
    public boolean hear(byte[] mulaw, int length) {
        boolean before = speaking;
        for (int at = 0; at < length; at += SpeechEnergy.WINDOW) {
            take(SpeechEnergy.dbm0(mulaw, at, Math.min(SpeechEnergy.WINDOW, length - at)));
        }
        return speaking != before;
    }

    private void take(float dbm0) {
        noiseDbm0 = Math.min(dbm0, noiseDbm0 + FORGOTTEN_DB);
        if (SpeechEnergy.isAudible(dbm0) && dbm0 > Math.min(LOUDEST_DBM0, noiseDbm0 + MARGIN_DB)) {
            silent = 0;
            voiced = Math.min(ONSET_WINDOWS, voiced + 1);
            speaking |= voiced == ONSET_WINDOWS;
            return;
        }
        voiced = Math.max(0, voiced - 1);
        silent = Math.min(silent + 1, Integer.MAX_VALUE - 1);
        if (silent >= endWindows) {
            speaking = false;
            voiced = 0;
        }
    }

    /** True from its first 60 ms to the end of the silence that ends it. */
    public boolean isSpeaking() {
        return speaking;
    }

    /** How long the caller has been silent, in milliseconds. */
    public long silentMs() {
        return silent * WINDOW_MS;
    }
}
