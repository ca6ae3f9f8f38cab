package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import java.util.List;

/**
 * Decides of every 10 ms of the caller's sound whether a voice is in it. On a line that was quiet in the last three seconds it is, where it is
 * audible. Otherwise the line has noise of its own: there a voice stands out from it in one of four bands, and has had a pitch lately. One for
 * each line or recording, which is heard from its beginning; owned by one thread.
 */
public final class VoiceDetector {
    /** Even noise whose quietest window lies so far below what is audible is not audible itself. */
    private static final float VARIES_DB = 8;

    /** Louder than this it is a voice, however even: no noise is. */
    private static final float LOUDEST_NOISE_DBM0 = -15;

    /** A hiss or a stop in a word, or at its end, has no pitch; that of the vowel before it is no longer ago. */
    private static final int PITCH_WINDOWS = 25;

    private static final int SPANS = 6;
    private static final int WINDOWS_PER_SPAN = 50;

    private final RecentMinimum quietest = new RecentMinimum(SPANS, WINDOWS_PER_SPAN);
    private final Periodicity pitch = new Periodicity();
    private final List<SpeechBand> bands = List.of(
            new SpeechBand(300, 600),
            new SpeechBand(600, 1_200),
            new SpeechBand(1_200, 2_000),
            new SpeechBand(2_000, 3_600));
    private int windowsSincePitch = PITCH_WINDOWS;

    /** Takes in the window of {@code said} from {@code firstSample} on, which has the level {@code dbm0}. */
    public boolean isVoiced(float dbm0, LineFrame said, int firstSample) {
        boolean quietLine = isQuiet(quietest.with(dbm0));
        windowsSincePitch++;
        if (isQuiet(dbm0)) {
            return false;
        }
        boolean standsOut = standsOut(said, firstSample);
        pitch.hear(said, firstSample);
        if (quietLine || dbm0 > LOUDEST_NOISE_DBM0) {
            return SpeechEnergy.isAudible(dbm0);
        }
        if (standsOut && pitch.isThere()) {
            windowsSincePitch = 0;
        }
        return standsOut && windowsSincePitch <= PITCH_WINDOWS && SpeechEnergy.isAudible(dbm0);
    }

    private boolean standsOut(LineFrame said, int firstSample) {
        boolean standsOut = false;
        for (SpeechBand band : bands) {
            standsOut |= band.standsOut(said, firstSample, SpeechEnergy.WINDOW);
        }
        return standsOut;
    }

    private static boolean isQuiet(float dbm0) {
        return !SpeechEnergy.isAudible(dbm0 + VARIES_DB);
    }
}
