package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.SpeechEnergy;

/** How loud a microphone is when nobody speaks: at once down to whatever is quieter, slowly up. Owned by the line thread. */
final class NoiseFloor {
    private static final float RISE_DB_PER_WINDOW = 0.03f;

    private float dbm0 = Float.POSITIVE_INFINITY;

    /** Takes in 10 ms; a device that gives nothing tells nothing. */
    void hear(float windowDbm0) {
        if (windowDbm0 > SpeechEnergy.FLOOR_DBM0) {
            dbm0 = Math.min(dbm0 + RISE_DB_PER_WINDOW, windowDbm0);
        }
    }

    /** The noise, dBm0. */
    float dbm0() {
        return dbm0 == Float.POSITIVE_INFINITY ? SpeechEnergy.FLOOR_DBM0 : dbm0;
    }
}
