package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.SpeechEnergy;

/** Tracks the background noise of a microphone: down at once to any quieter window, slowly up. Owned by the line thread. */
final class NoiseFloor {
    private static final float RISE_DB_PER_WINDOW = 0.03f;

    private float dbm0 = Float.POSITIVE_INFINITY;

    /** Takes the level of 10 ms; ignores digital silence. */
    void hear(float windowDbm0) {
        if (windowDbm0 > SpeechEnergy.FLOOR_DBM0) {
            dbm0 = Math.min(dbm0 + RISE_DB_PER_WINDOW, windowDbm0);
        }
    }

    /** The noise level, dBm0. */
    float dbm0() {
        return dbm0 == Float.POSITIVE_INFINITY ? SpeechEnergy.FLOOR_DBM0 : dbm0;
    }
}
