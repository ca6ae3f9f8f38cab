package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.SpeechEnergy;

/**
 * Finds whether the last 20 ms of the caller's sound repeat themselves at the pitch of a voice, as vowels do and traffic does not, by their
 * likeness with what was up to 17 ms before. Owned by {@link VoiceDetector}.
 */
final class Periodicity {
    private static final int COMPARED = LineFrame.BYTES;
    private static final int SHORTEST = LineFrame.RATE_HZ / 400;
    private static final int LONGEST = LineFrame.RATE_HZ / 60;

    /** So much of the sample before is taken away from each, for the low rumble of a street is like itself at every distance. */
    private static final float EMPHASIS = 0.9f;

    /** White noise hardly reaches 0.4, a street 0.5. */
    private static final double LIKE = 0.48;

    private final float[] sound = new float[LONGEST + COMPARED];
    private float before;

    /** Takes in 10 ms. */
    void hear(LineFrame said, int firstSample) {
        int kept = sound.length - SpeechEnergy.WINDOW;
        System.arraycopy(sound, SpeechEnergy.WINDOW, sound, 0, kept);
        for (int i = 0; i < SpeechEnergy.WINDOW; i++) {
            float sample = Mulaw.decode(said.code(firstSample + i));
            sound[kept + i] = sample - EMPHASIS * before;
            before = sample;
        }
    }

    /** Whether the last 20 ms have the pitch of a voice. */
    boolean isThere() {
        double energy = product(0);
        for (int lag = SHORTEST; lag <= LONGEST && energy > 0; lag++) {
            double product = product(lag);
            if (product > 0 && product * product > LIKE * LIKE * energy * energyBefore(lag)) {
                return true;
            }
        }
        return false;
    }

    private double product(int lag) {
        float sum = 0;
        for (int i = LONGEST; i < sound.length; i++) {
            sum += sound[i] * sound[i - lag];
        }
        return sum;
    }

    private double energyBefore(int lag) {
        float sum = 0;
        for (int i = LONGEST - lag; i < sound.length - lag; i++) {
            sum += sound[i] * sound[i];
        }
        return sum;
    }
}
