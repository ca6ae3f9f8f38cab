package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.SpeechEnergy;

/**
 * Counts the syllables of a voice: the rises of its level between two falls, 10 ms by 10 ms. People speak four to six in a second of sound.
 * Owned by one check; hearing allocates nothing.
 */
final class Syllables {
    private static final int WINDOWS_PER_S = 100;
    private static final int SMOOTHED = 5;
    private static final float QUIETEST_DBM0 = -44;
    private static final double STEP_DB = 3;

    /** The latest levels, a ring. */
    private final float[] levels = new float[SMOOTHED];

    private final float[] means = new float[SMOOTHED];
    private int place;
    private int audible;
    private int count;
    private boolean falling;
    private boolean hasVoice;
    private double extreme = QUIETEST_DBM0;

    /** Takes in the level of the next 10 ms, dBm0. */
    void hear(float dbm0) {
        audible += SpeechEnergy.isAudible(dbm0) ? 1 : 0;
        place = (place + 1) % SMOOTHED;
        levels[place] = Math.max(QUIETEST_DBM0, dbm0);
        means[place] = mean(levels);
        follow(mean(means));
    }

    /** The latest 20 ms were voiced: a syllable has a vowel, a knock has none. */
    void voiced() {
        hasVoice = true;
    }

    private void follow(double level) {
        if (falling) {
            extreme = Math.min(extreme, level);
            if (level > extreme + STEP_DB) {
                falling = false;
                extreme = level;
            }
        } else {
            extreme = Math.max(extreme, level);
            if (level < extreme - STEP_DB) {
                falling = true;
                extreme = level;
                count += hasVoice ? 1 : 0;
                hasVoice = false;
            }
        }
    }

    /** Syllables in a second of what was audible. */
    double perSecond() {
        return audible == 0 ? 0 : (double) count * WINDOWS_PER_S / audible;
    }

    /** Begins to count anew. */
    void clear() {
        audible = 0;
        count = 0;
    }

    private static float mean(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
