package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import java.util.function.Consumer;

/**
 * Sound that is played at another rate than it was made for, as 16 or 24 kHz sound is when it is sent as 8 kHz, or the other way round. An
 * error where the sound is known: it is heard two or three times too slowly or too fast. Else a suspicion by the signs of {@link VoiceSpeed}, for
 * there are strange voices. Reports each once per call, and no suspicion after an error.
 */
final class WrongRate implements Check {
    private final Spectrum spectrum = new Spectrum();
    private final short[] samples = new short[Spectrum.SAMPLES];
    private final short[] frame = new short[LineFrame.BYTES];
    private final VoiceSpeed speed = new VoiceSpeed();
    private final KnownSounds known;
    private final Utterance utterance = new Utterance();
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
        if (reported || tick.heardBytes() == 0) {
            return;
        }
        speed.hear(tick);
        if (!SpeechEnergy.isAudible(tick.heard0())) {
            return;
        }
        System.arraycopy(samples, LineFrame.BYTES, samples, 0, LineFrame.BYTES);
        heard.toPcm(frame);
        System.arraycopy(frame, 0, samples, LineFrame.BYTES, LineFrame.BYTES);
        boolean voice = spectrum.look(samples);
        VoiceSpeed.Speed verdict = speed.look(voice ? spectrum.pitchHz() : 0, spectrum.brightness());
        if (verdict != VoiceSpeed.Speed.NEITHER) {
            reported = true;
            boolean slow = verdict == VoiceSpeed.Speed.SLOW;
            found.accept(wrong(
                    Severity.SUSPICION,
                    "The agent's voice is at " + speed.signs() + ": its sound seems to be played too "
                            + (slow ? "slowly." : "fast."),
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
}
