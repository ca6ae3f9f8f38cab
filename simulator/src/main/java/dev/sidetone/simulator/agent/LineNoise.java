package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.audio.SpeechEnergy;
import java.util.Arrays;

/**
 * The level from which a 10 ms window is the caller and not the line: {@link SpeechEnergy#AUDIBLE_DBM0}, and on a line that is never
 * quieter than that, more than its noise. The noise is the level of the quietest recent window: a voice pauses, noise does not. Owned by one
 * {@link TurnDetector}.
 */
final class LineNoise {
    /** The quietest of many windows of even noise lies some two decibels below its mean, the loudest as much above. */
    private static final float MARGIN_DB = 8;
    /** Sound above this level is a voice, however long it lasts: an even tone too. */
    private static final float LOUDEST_DBM0 = -22;

    /** No speaker goes on for so long without a pause of 10 ms. */
    private static final int WINDOWS_PER_SPAN = 50;

    private static final int SPANS = 6;

    private final float[] quietest = new float[SPANS];
    private int windows;

    LineNoise() {
        Arrays.fill(quietest, Float.POSITIVE_INFINITY);
    }

    /** Takes in a window; whether it is voiced. */
    boolean isVoiced(float dbm0) {
        int span = windows / WINDOWS_PER_SPAN % SPANS;
        if (windows % WINDOWS_PER_SPAN == 0) {
            quietest[span] = dbm0;
        }
        windows = (windows + 1) % (WINDOWS_PER_SPAN * SPANS);
        quietest[span] = Math.min(quietest[span], dbm0);
        return SpeechEnergy.isAudible(dbm0) && dbm0 > Math.min(LOUDEST_DBM0, floorDbm0() + MARGIN_DB);
    }

    private float floorDbm0() {
        float floor = quietest[0];
        for (float each : quietest) {
            floor = Math.min(floor, each);
        }
        return floor;
    }
}
