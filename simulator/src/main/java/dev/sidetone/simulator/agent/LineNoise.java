package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.caller.RecentMinimum;

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

    private final RecentMinimum quietest = new RecentMinimum(SPANS, WINDOWS_PER_SPAN);

    /** Takes in a window; whether it is voiced. */
    boolean isVoiced(float dbm0) {
        float voiceDbm0 = Math.min(LOUDEST_DBM0, quietest.with(dbm0) + MARGIN_DB);
        return SpeechEnergy.isAudible(dbm0) && dbm0 > voiceDbm0;
    }
}
