package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.Fact;
import java.util.Arrays;

/**
 * Tells a voice at half or double speed from a deep, high, slow or fast one: by three signs that do not depend on one another and must agree,
 * the rhythm of its syllables, its pitch, and how bright it sounds. Voices at their own speed measured 3.2 to 6.6 syllables a second, at half
 * speed 1.4 to 4.2, at double speed 5.2 to 8. Judges each five seconds of voiced sound, and only what is partly unvoiced and changes its pitch as speech does: tones
 * and hum do not. Owned by one check; hearing allocates nothing.
 */
final class VoiceSpeed {
    private static final int VOICED_FRAMES = 240;
    private static final double MOST_VOICED = 0.95;

    private static final double FEWEST_SYLLABLES = 1.2;
    private static final double SLOW = 3.0;
    private static final double NOT_FAST = 4.3;
    private static final double NOT_SLOW = 5.5;
    private static final double RATHER_FAST = 6.0;
    private static final double FAST = 7.0;

    /** The pitch of a voice goes up and down, that of a hum does not. */
    private static final double MELODY = 1.12;

    private static final double LOWEST_HZ = 41;
    private static final double VERY_DEEP_HZ = 62;
    private static final double RATHER_DEEP_HZ = 90;
    private static final double DEEP_HZ = 115;
    private static final double RATHER_HIGH_HZ = 150;
    private static final double HIGHER_HZ = 250;
    private static final double HIGH_HZ = 320;

    private static final double VERY_DULL = 0.05;
    private static final double DULL = 0.11;
    private static final double RATHER_DULL = 0.15;
    private static final double RATHER_BRIGHT = 0.17;
    private static final double BRIGHT = 0.28;

    /** What the signs say together. */
    enum Speed {
        SLOW,
        FAST,
        NEITHER
    }

    private final Syllables syllables = new Syllables();
    private final double[] pitchHz = new double[VOICED_FRAMES];
    private final double[] brightness = new double[VOICED_FRAMES];
    private int audible;
    private int voiced;
    private double pitch;
    private double rhythm;

    /** Takes in the level of what is heard in a tick. */
    void hear(Fact.Tick tick) {
        syllables.hear(tick.heard0());
        syllables.hear(tick.heard1());
    }

    /** Takes in 20 ms that are audible, with the pitch of a voice or 0 for none; what the last five seconds of voice show. */
    Speed look(double hz, double bright) {
        audible++;
        if (hz == 0) {
            return Speed.NEITHER;
        }
        syllables.voiced();
        pitchHz[voiced] = hz;
        brightness[voiced] = bright;
        if (++voiced < VOICED_FRAMES) {
            return Speed.NEITHER;
        }
        Speed verdict = judge();
        syllables.clear();
        audible = 0;
        voiced = 0;
        return verdict;
    }

    private Speed judge() {
        Arrays.sort(pitchHz);
        Arrays.sort(brightness);
        pitch = pitchHz[VOICED_FRAMES / 2];
        double bright = brightness[VOICED_FRAMES / 2];
        rhythm = syllables.perSecond();
        boolean steady = pitchHz[VOICED_FRAMES * 9 / 10] < MELODY * pitchHz[VOICED_FRAMES / 10];
        if (steady || pitch <= LOWEST_HZ || voiced > MOST_VOICED * audible || rhythm < FEWEST_SYLLABLES) {
            return Speed.NEITHER;
        }
        boolean slow = (rhythm < SLOW && pitch < DEEP_HZ && bright < DULL)
                || (rhythm < NOT_FAST && pitch < RATHER_DEEP_HZ && bright < VERY_DULL)
                || (rhythm < NOT_FAST && pitch < VERY_DEEP_HZ && bright < RATHER_DULL);
        boolean fast = (rhythm > FAST && pitch > RATHER_HIGH_HZ && bright > RATHER_BRIGHT)
                || (rhythm > RATHER_FAST && pitch > HIGHER_HZ && bright > BRIGHT)
                || (rhythm > NOT_SLOW && pitch > HIGH_HZ && bright > RATHER_DULL);
        return slow ? Speed.SLOW : fast ? Speed.FAST : Speed.NEITHER;
    }

    /** The pitch and the syllables a second of what was judged last, as words. */
    String signs() {
        return Math.round(pitch) + " Hz and speaks " + Math.round(rhythm * 10) / 10.0 + " syllables a second";
    }
}
