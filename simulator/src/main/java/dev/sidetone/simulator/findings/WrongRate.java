package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Sound that is played at another rate than it was made for, as 16 or 24 kHz sound is when it is sent as 8 kHz, or the other way round. An
 * error where the sound is known: it is heard two or three times too slowly or too fast. Else a voice far too deep or far too high for a
 * person's is a suspicion, for there are strange voices: median pitch below 60 Hz of a dull voice (90 Hz of a very dull one), or above 380 Hz of a
 * bright one, over three seconds of voiced sound. Women's voices measure 200 to 230 Hz and a brightness of 0.2 to 0.35, and 70 Hz and 0.03
 * when played three times too slowly. Reports each once per call, and no suspicion after an error.
 */
final class WrongRate implements Check {
    private static final int VOICED_FRAMES = 150;
    private static final double DEEP_HZ = 60;
    private static final double DULL = 0.15;
    private static final double RATHER_DEEP_HZ = 90;
    private static final double VERY_DULL = 0.05;
    private static final double HIGH_HZ = 380;
    private static final double BRIGHT = 0.4;

    private final Spectrum spectrum = new Spectrum();
    private final short[] samples = new short[Spectrum.SAMPLES];
    private final short[] frame = new short[LineFrame.BYTES];
    private final double[] pitchHz = new double[VOICED_FRAMES];
    private final double[] brightness = new double[VOICED_FRAMES];
    private final KnownSounds known;
    private final Utterance utterance = new Utterance();
    private int voiced;
    private boolean certain;
    private boolean reported;

    WrongRate(KnownSounds known) {
        this.known = known;
    }

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        if (fact instanceof Fact.ClearArrived) {
            utterance.cut();
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard, Consumer<Finding> found) {
        if (!certain && utterance.hear(tick, heard)) {
            recognise(found);
        }
        suspect(tick, heard, found);
    }

    private void recognise(Consumer<Finding> found) {
        Double speed = known.speedOf(utterance.sound());
        if (speed == null) {
            return;
        }
        utterance.isKnown();
        if (speed != 1) {
            certain = true;
            reported = true;
            String times =
                    speed < 1 ? Math.round(1 / speed) + " times too slowly" : Math.round(speed) + " times too fast";
            found.accept(wrong(
                    Severity.ERROR,
                    "The agent said something that Sidetone knows by its samples, and the caller hears it " + times
                            + ".",
                    speed < 1));
        }
    }

    private void suspect(Fact.Tick tick, LineFrame heard, Consumer<Finding> found) {
        if (reported || tick.heardBytes() == 0 || !SpeechEnergy.isAudible(tick.heard0())) {
            return;
        }
        System.arraycopy(samples, LineFrame.BYTES, samples, 0, LineFrame.BYTES);
        heard.toPcm(frame);
        System.arraycopy(frame, 0, samples, LineFrame.BYTES, LineFrame.BYTES);
        if (spectrum.look(samples)) {
            pitchHz[voiced] = spectrum.pitchHz();
            brightness[voiced] = spectrum.brightness();
            if (++voiced == VOICED_FRAMES) {
                voiced = 0;
                judge(found);
            }
        }
    }

    private void judge(Consumer<Finding> found) {
        double pitch = median(pitchHz);
        double bright = median(brightness);
        boolean slow = (pitch < DEEP_HZ && bright < DULL) || (pitch < RATHER_DEEP_HZ && bright < VERY_DULL);
        boolean fast = pitch > HIGH_HZ && bright > BRIGHT;
        if (slow || fast) {
            reported = true;
            found.accept(wrong(
                    Severity.SUSPICION,
                    "The agent's voice is at " + Math.round(pitch) + " Hz, too " + (slow ? "deep" : "high")
                            + " for a person: its sound seems to be played too " + (slow ? "slowly." : "fast."),
                    slow));
        }
    }

    private static Finding wrong(Severity severity, String what, boolean slow) {
        return StreamCode.WRONG_RATE.found(
                severity,
                what,
                slow
                        ? "Resample the agent's 16 or 24 kHz sound to 8 kHz before you encode it."
                        : "The sound is at 8 kHz already, or was made for a lower rate: leave one resampling out.");
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
