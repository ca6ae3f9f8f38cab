package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.echo.EchoCorrelator;

/**
 * Keeps what the speaker plays from going back into the line by the microphone: while the agent is heard a frame goes out only if it is
 * clearly louder than the leak can be, otherwise silence does. Until a leak is found, and when there is none, every frame passes as it is.
 * It delays nothing. Owned by the line thread.
 */
final class EchoSuppressor {
    private static final int LONGEST_DELAY_MS = 400;
    private static final int MEMORY_MS = 1_000;

    /** How far above the leak, and above the noise, a person is heard. */
    private static final float OVER_LEAK_DB = 4f;

    private static final float OVER_NOISE_DB = 8f;

    /** A leak below this is not worth a gate. */
    private static final float WEAKEST_DBM0 = -65f;

    private static final float WEAKEST_WAY_DB = -55f;

    /** Windows of speech that keep the gate open, and for how many windows; a click is neither long nor often. */
    private static final int SPOKEN_WINDOWS = 5;

    private static final int MOST_WINDOWS = 10;
    private static final int HELD_WINDOWS = 30;

    /** A frame that is this much like what was played is the leak, however loud; in a room that blurs it, less will do. */
    private static final float EXPLAINED = 0.8f;

    private final EchoCorrelator search = new EchoCorrelator(LONGEST_DELAY_MS, MEMORY_MS);
    private final EchoLevel level = new EchoLevel();
    private final NoiseFloor noise = new NoiseFloor();
    private boolean found;
    private float clearest;
    private int spoken;
    private int held;

    /**
     * Takes in one tick's sound and answers what goes out.
     *
     * @param played what the speaker was given
     * @param raw what the microphone gave
     * @param cleaned the same after echo cancellation, or the same
     */
    LineFrame pass(LineFrame played, LineFrame raw, LineFrame cleaned) {
        boolean told = search.hear(played, raw);
        if (told && !found && LeakProof.holds(search)) {
            found = true;
            clearest = search.likeness();
            level.begin(search.delaySamples());
        }
        boolean open = false;
        boolean gated = false;
        boolean leakAlone = isLeakAlone();
        for (int half = 0; half < EchoLevel.windowsPerFrame(); half++) {
            float dbm0 = cleaned.dbm0(half);
            level.pass(played.dbm0(half), dbm0, search.delaySamples());
            noise.hear(dbm0);
            open |= isSpoken(dbm0, leakAlone);
            gated |= level.expectedDbm0() > WEAKEST_DBM0;
            level.follow(leakAlone);
        }
        loseWhatIsGone();
        return !found || !gated || open ? cleaned : LineFrame.SILENCE;
    }

    /** Whether a leak was found that is still there. */
    boolean leaks() {
        return found;
    }

    /** When the leak comes, in samples of the line after it was played. */
    int delaySamples() {
        return search.delaySamples();
    }

    /** How much of what is played comes back, dB. */
    float gainDb() {
        return level.gainDb();
    }

    private boolean isLeakAlone() {
        if (!found) {
            return false;
        }
        clearest = Math.max(clearest, search.likeness());
        return search.frameLikeness() >= EXPLAINED * clearest * (float) Math.sqrt(clearest);
    }

    /** Counts speech, 10 ms by 10 ms: speech that lasts keeps the gate open between its syllables. */
    private boolean isSpoken(float dbm0, boolean leakAlone) {
        boolean over = !leakAlone
                && dbm0 > level.expectedDbm0() + OVER_LEAK_DB
                && dbm0 > noise.dbm0() + OVER_NOISE_DB
                && dbm0 > WEAKEST_DBM0;
        spoken = over ? Math.min(MOST_WINDOWS, spoken + 1) : Math.max(0, spoken - 1);
        if (spoken >= SPOKEN_WINDOWS && over) {
            held = HELD_WINDOWS;
        } else {
            held = Math.max(0, held - 1);
        }
        return over || held > 0;
    }

    private void loseWhatIsGone() {
        if (found && level.gainDb() < WEAKEST_WAY_DB) {
            found = false;
            level.end();
            search.forget();
        }
    }
}
