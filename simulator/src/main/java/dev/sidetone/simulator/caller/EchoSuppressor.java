package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.echo.EchoCorrelator;

/**
 * Suppresses the echo of the speaker in the microphone: while the agent is heard, a frame passes only if it is clearly louder than the echo
 * can be; otherwise silence is sent. Before an echo is found, every frame passes unchanged. Adds no delay. Owned by the line thread.
 */
final class EchoSuppressor {
    private static final int LONGEST_DELAY_MS = 400;
    private static final int MEMORY_MS = 1_000;

    /** A person must be this much louder than the echo. */
    private static final float OVER_LEAK_DB = 4f;

    /** A person must be this much louder than the background noise. */
    private static final float OVER_NOISE_DB = 8f;

    /** An echo below this level is not suppressed. */
    private static final float WEAKEST_DBM0 = -65f;

    /** An echo path that loses more than this counts as gone. */
    private static final float WEAKEST_PATH_DB = -55f;

    /** This many windows of speech keep frames passing for {@link #HELD_WINDOWS}; a click is shorter. */
    private static final int SPOKEN_WINDOWS = 5;

    private static final int MOST_WINDOWS = 10;
    private static final int HELD_WINDOWS = 30;

    /** A frame this similar to the played audio is echo, however loud; in a reverberant room the bound is lower. */
    private static final float EXPLAINED = 0.8f;

    /**
     * Evidence and the likeness that proves an echo after it: two people who speak at once are alike for moments, the less the longer they are
     * compared. The likenesses lie above the most that unrelated voices reach.
     */
    private static final int[] EVIDENCE_MS = {40, 200, 260, 350, 450, 700};

    private static final float[] LIKENESS = {0.88f, 0.78f, 0.68f, 0.48f, 0.38f, 0.3f};

    private final EchoCorrelator correlator = new EchoCorrelator(LONGEST_DELAY_MS, MEMORY_MS);
    private final EchoLevel level = new EchoLevel();
    private final NoiseFloor noise = new NoiseFloor();
    private boolean found;
    private float clearest;
    private int spoken;
    private int held;

    /**
     * Processes one tick and returns the frame to send.
     *
     * @param played the frame that the speaker plays
     * @param raw the frame from the microphone
     * @param cleaned {@code raw} after echo cancellation, or {@code raw} itself
     */
    LineFrame pass(LineFrame played, LineFrame raw, LineFrame cleaned) {
        boolean informative = correlator.hear(played, raw);
        if (informative && !found && isEchoProven()) {
            found = true;
            clearest = correlator.likeness();
            level.begin(correlator.delaySamples());
        }
        boolean speech = false;
        boolean echoExpected = false;
        boolean echoOnly = isEchoOnly();
        for (int half = 0; half < EchoLevel.windowsPerFrame(); half++) {
            float dbm0 = cleaned.dbm0(half);
            level.pass(played.dbm0(half), dbm0, correlator.delaySamples());
            noise.hear(dbm0);
            speech |= isSpeech(dbm0, echoOnly);
            echoExpected |= level.expectedDbm0() > WEAKEST_DBM0;
            level.follow(echoOnly);
        }
        dropLostEcho();
        return !found || !echoExpected || speech ? cleaned : LineFrame.SILENCE;
    }

    /** Returns whether an echo was found and is still there. */
    boolean hasEcho() {
        return found;
    }

    /** The delay of the echo after the audio was played, in samples of the line. */
    int delaySamples() {
        return correlator.delaySamples();
    }

    /** The gain of the echo path, dB; negative for a loss. */
    float gainDb() {
        return level.gainDb();
    }

    private boolean isEchoProven() {
        for (int step = 0; step < EVIDENCE_MS.length; step++) {
            if (correlator.evidenceMs() >= EVIDENCE_MS[step] && correlator.likeness() >= LIKENESS[step]) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the last frame was echo without a person's speech. */
    private boolean isEchoOnly() {
        if (!found) {
            return false;
        }
        clearest = Math.max(clearest, correlator.likeness());
        return correlator.frameLikeness() >= EXPLAINED * clearest * (float) Math.sqrt(clearest);
    }

    /** Detects speech, 10 ms by 10 ms: speech that lasts counts as going on between its syllables. */
    private boolean isSpeech(float dbm0, boolean echoOnly) {
        boolean over = !echoOnly
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

    private void dropLostEcho() {
        if (found && level.gainDb() < WEAKEST_PATH_DB) {
            found = false;
            level.end();
            correlator.reset();
        }
    }
}
