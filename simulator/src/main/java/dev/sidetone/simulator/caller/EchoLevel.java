package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import java.util.Arrays;

/**
 * How loud the speaker's sound is to be expected at the microphone, 10 ms by 10 ms: what was played, the delay ago, less what the way costs,
 * with a room's dying away after it. Owned by the line thread.
 */
final class EchoLevel {
    private static final int WINDOWS = 64;

    /** The delay may slip by a correction of a device's clock before it is found again. */
    private static final int SLIP_WINDOWS = 3;

    /** A living room loses 60 dB in 0.4 s. */
    private static final float ROOM_DB_PER_WINDOW = 1.5f;

    /** Only what was played this loud tells something about the way. */
    private static final float TELLING_DBM0 = -40f;

    private static final float RISE_DB_PER_FRAME = 2f;
    private static final float FALL_DB_PER_WINDOW = 0.06f;
    private static final float LOUDEST_DB = 10f;

    private final float[] played = new float[WINDOWS];
    private final float[] picked = new float[WINDOWS];
    private final float[] ratios = new float[WINDOWS];
    private int next;
    private float gainDb = Float.NEGATIVE_INFINITY;
    private float expectedDbm0 = SpeechEnergy.FLOOR_DBM0;
    private float wayDb;

    EchoLevel() {
        Arrays.fill(played, SpeechEnergy.FLOOR_DBM0);
        Arrays.fill(picked, SpeechEnergy.FLOOR_DBM0);
    }

    /** A window was played, and one was picked up in the same 10 ms. */
    void pass(float playedDbm0, float pickedDbm0, int delaySamples) {
        played[next % WINDOWS] = playedDbm0;
        picked[next % WINDOWS] = pickedDbm0;
        float source = source(next, delaySamples);
        wayDb = source < TELLING_DBM0 ? Float.NaN : pickedDbm0 - source;
        expectedDbm0 = Math.max(Math.max(source + gainDb, SpeechEnergy.FLOOR_DBM0), expectedDbm0 - ROOM_DB_PER_WINDOW);
        next++;
    }

    /** What the leak may reach in the last window, dBm0. */
    float expectedDbm0() {
        return expectedDbm0;
    }

    /** What the way from speaker to microphone costs, as a negative number of dB. */
    float gainDb() {
        return gainDb;
    }

    /** A leak was found: judges the way by what was picked up lately. */
    void begin(int delaySamples) {
        int telling = 0;
        for (int window = Math.max(0, next - WINDOWS / 2); window < next; window++) {
            float source = source(window, delaySamples);
            if (source >= TELLING_DBM0 && picked[window % WINDOWS] > SpeechEnergy.FLOOR_DBM0) {
                ratios[telling++] = picked[window % WINDOWS] - source;
            }
        }
        Arrays.sort(ratios, 0, telling);
        gainDb = telling == 0 ? 0 : Math.min(LOUDEST_DB, ratios[telling - 1]);
    }

    /** There is no leak any more. */
    void end() {
        gainDb = Float.NEGATIVE_INFINITY;
    }

    /** Follows a way that changes, by the last window: up only by what is surely the leak, and slowly down. */
    void follow(boolean surelyLeak) {
        if (Float.isNaN(wayDb)) {
            return;
        }
        if (wayDb <= gainDb) {
            gainDb -= FALL_DB_PER_WINDOW;
        } else if (surelyLeak) {
            gainDb = Math.min(LOUDEST_DB, gainDb + Math.min(RISE_DB_PER_FRAME, wayDb - gainDb));
        }
    }

    /** The loudest that was played around the delay before {@code window}. */
    private float source(int window, int delaySamples) {
        int newest = window - delaySamples / SpeechEnergy.WINDOW + SLIP_WINDOWS;
        int oldest = window - (delaySamples + SpeechEnergy.WINDOW - 1) / SpeechEnergy.WINDOW - SLIP_WINDOWS;
        float loudest = SpeechEnergy.FLOOR_DBM0;
        for (int at = Math.max(0, Math.max(oldest, window - WINDOWS + 1)); at <= Math.min(newest, window); at++) {
            loudest = Math.max(loudest, played[at % WINDOWS]);
        }
        return loudest;
    }

    /** How many windows fit into one frame. */
    static int windowsPerFrame() {
        return LineFrame.BYTES / SpeechEnergy.WINDOW;
    }
}
