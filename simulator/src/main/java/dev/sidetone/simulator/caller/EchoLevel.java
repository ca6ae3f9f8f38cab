package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import java.util.Arrays;

/**
 * Estimates the level of the echo at the microphone in windows of 10 ms: the level played one delay ago plus the gain of the echo path,
 * followed by the decay of the room. Owned by the line thread.
 */
final class EchoLevel {
    private static final int WINDOWS = 64;

    /** The delay may shift by a clock correction of a device before it is measured again. */
    private static final int SLIP_WINDOWS = 3;

    /** A living room loses 60 dB in 0.4 s. */
    private static final float ROOM_DB_PER_WINDOW = 1.5f;

    /** Only audio this loud allows an estimate of the echo path. */
    private static final float MEASURABLE_DBM0 = -40f;

    private static final float RISE_DB_PER_FRAME = 2f;
    private static final float FALL_DB_PER_WINDOW = 0.06f;
    private static final float LOUDEST_DB = 10f;

    private final float[] played = new float[WINDOWS];
    private final float[] picked = new float[WINDOWS];
    private final float[] ratios = new float[WINDOWS];
    private int next;
    private float gainDb = Float.NEGATIVE_INFINITY;
    private float expectedDbm0 = SpeechEnergy.FLOOR_DBM0;
    private float pathDb;

    EchoLevel() {
        Arrays.fill(played, SpeechEnergy.FLOOR_DBM0);
        Arrays.fill(picked, SpeechEnergy.FLOOR_DBM0);
    }

    /** Takes the levels of one window: the played one and the one picked up in the same 10 ms. */
    void pass(float playedDbm0, float pickedDbm0, int delaySamples) {
        played[next % WINDOWS] = playedDbm0;
        picked[next % WINDOWS] = pickedDbm0;
        float source = source(next, delaySamples);
        pathDb = source < MEASURABLE_DBM0 ? Float.NaN : pickedDbm0 - source;
        expectedDbm0 = Math.max(Math.max(source + gainDb, SpeechEnergy.FLOOR_DBM0), expectedDbm0 - ROOM_DB_PER_WINDOW);
        next++;
    }

    /** The highest level that the echo can have in the last window, dBm0. */
    float expectedDbm0() {
        return expectedDbm0;
    }

    /** The gain of the path from speaker to microphone, dB; negative for a loss. */
    float gainDb() {
        return gainDb;
    }

    /** Starts after an echo was found: estimates the path from the latest windows. */
    void begin(int delaySamples) {
        int count = 0;
        for (int window = Math.max(0, next - WINDOWS / 2); window < next; window++) {
            float source = source(window, delaySamples);
            if (source >= MEASURABLE_DBM0 && picked[window % WINDOWS] > SpeechEnergy.FLOOR_DBM0) {
                ratios[count++] = picked[window % WINDOWS] - source;
            }
        }
        Arrays.sort(ratios, 0, count);
        gainDb = count == 0 ? 0 : Math.min(LOUDEST_DB, ratios[count - 1]);
    }

    /** Stops: the echo is gone. */
    void end() {
        gainDb = Float.NEGATIVE_INFINITY;
    }

    /** Follows a changing path by the last window: up only if that window is echo alone, and slowly down. */
    void follow(boolean echoOnly) {
        if (Float.isNaN(pathDb)) {
            return;
        }
        if (pathDb <= gainDb) {
            gainDb -= FALL_DB_PER_WINDOW;
        } else if (echoOnly) {
            gainDb = Math.min(LOUDEST_DB, gainDb + Math.min(RISE_DB_PER_FRAME, pathDb - gainDb));
        }
    }

    /** The highest level played around one delay before {@code window}. */
    private float source(int window, int delaySamples) {
        int newest = window - delaySamples / SpeechEnergy.WINDOW + SLIP_WINDOWS;
        int oldest = window - (delaySamples + SpeechEnergy.WINDOW - 1) / SpeechEnergy.WINDOW - SLIP_WINDOWS;
        float loudest = SpeechEnergy.FLOOR_DBM0;
        for (int at = Math.max(0, Math.max(oldest, window - WINDOWS + 1)); at <= Math.min(newest, window); at++) {
            loudest = Math.max(loudest, played[at % WINDOWS]);
        }
        return loudest;
    }

    /** The number of windows in one frame. */
    static int windowsPerFrame() {
        return LineFrame.BYTES / SpeechEnergy.WINDOW;
    }
}
