package dev.sidetone.simulator.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.fixtures.ProbeKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControllableCallerTest {
    private static final LineFrame LOUD = tone(8_000);
    private static final LineFrame QUIETER = tone(4_000);

    private final List<String> done = new ArrayList<>();
    private final FailingSoundDevices machine = new FailingSoundDevices();

    @Test
    void keysOfThePersonGoOutWithTheNextFrameAndSoundInTheirOwnEarOnly() throws Exception {
        MixingSpeaker speaker = new MixingSpeaker(machine.openSpeaker(null));
        ControllableCaller caller = ControllableCaller.monitored(silent(), speaker);
        caller.answered(new Pad());
        caller.press('5');
        caller.press('#');
        assertThat(done).isEmpty();

        LineFrame said = tick(caller, LineFrame.SILENCE);

        assertThat(done).containsExactly("press 5", "press #");
        assertThat(said).isEqualTo(LineFrame.SILENCE);
        assertThat(isAudible(machine.loudspeaker.played.get(0))).isTrue();
        for (int i = 0; i < 10; i++) {
            tick(caller, LineFrame.SILENCE);
        }
        assertThat(isAudible(machine.loudspeaker.played.get(10))).isFalse();
    }

    @Test
    void aMuteIsToldOnceEachWayWhenItTakesEffect() {
        List<Boolean> muted = new ArrayList<>();
        ControllableCaller caller = ControllableCaller.monitored(silent(), null);
        caller.answered(new Pad() {
            @Override
            public void muted(boolean silent) {
                muted.add(silent);
            }
        });
        caller.mute(true);
        assertThat(muted).isEmpty();
        tick(caller, LineFrame.SILENCE);
        tick(caller, LineFrame.SILENCE);
        caller.mute(false);
        tick(caller, LineFrame.SILENCE);
        tick(caller, LineFrame.SILENCE);

        assertThat(muted).containsExactly(true, false);
    }

    @Test
    void whoListensInHearsBothVoices() throws Exception {
        ControllableCaller caller =
                ControllableCaller.monitored(talking(), new MixingSpeaker(machine.openSpeaker(null)));
        caller.answered(new Pad());

        tick(caller, LineFrame.SILENCE);

        assertThat(isAudible(machine.loudspeaker.played.get(0))).isTrue();
    }

    @Test
    void aMutedCallerIsSilentAndItsTurnEndsWhereItWasCutOff() {
        ControllableCaller caller = ControllableCaller.monitored(talking(), null);
        caller.answered(new Pad());
        assertThat(tick(caller, LineFrame.SILENCE)).isEqualTo(LOUD);

        caller.mute(true);
        assertThat(tick(caller, LineFrame.SILENCE)).isEqualTo(LineFrame.SILENCE);
        assertThat(tick(caller, LineFrame.SILENCE)).isEqualTo(LineFrame.SILENCE);
        assertThat(done).containsExactly("starts 3", "ends 1");

        caller.mute(false);
        assertThat(tick(caller, LineFrame.SILENCE)).isEqualTo(LOUD);
        assertThat(tick(caller, LineFrame.SILENCE)).isEqualTo(LOUD);
        assertThat(done).containsExactly("starts 3", "ends 1", "starts 0", "ends 100");
    }

    @Test
    void aProbeIsMutedAsSpeechIsAndStaysAProbe() {
        Clip clip = new Clip("um", List.of(LOUD, LOUD, LOUD, LOUD), 3, 3 * LineFrame.BYTES + 100);
        Caller coughing =
                new CallerScript().say(clip.asProbe(ProbeKind.VOCAL_TIC)).caller();
        ControllableCaller caller = ControllableCaller.monitored(coughing, null);
        caller.answered(new Pad());
        tick(caller, LineFrame.SILENCE);
        caller.mute(true);
        tick(caller, LineFrame.SILENCE);
        caller.mute(false);
        tick(caller, LineFrame.SILENCE);
        tick(caller, LineFrame.SILENCE);
        assertThat(done).containsExactly("vocal-tic starts 3", "probe ends 1", "vocal-tic starts 0", "probe ends 100");
    }

    @Test
    void whatIsSaidWhileMutedWasNeverSaid() {
        ControllableCaller caller = ControllableCaller.monitored(talking(), null);
        caller.answered(new Pad());
        caller.mute(true);
        for (int i = 0; i < 6; i++) {
            tick(caller, LineFrame.SILENCE);
        }
        assertThat(done).isEmpty();
        assertThat(caller.isMuted()).isTrue();
    }

    @Test
    void aScriptedCallerFinishesItsWordsBeforeItSaysSomethingInBetween() {
        ControllableCaller caller = ControllableCaller.monitored(talking(), null);
        caller.answered(new Pad());
        tick(caller, LineFrame.SILENCE);
        caller.interject(probe());
        for (int i = 0; i < 7; i++) {
            tick(caller, LineFrame.SILENCE);
        }
        assertThat(done).containsExactly("starts 3", "ends 100", "backchannel starts 5", "probe ends 60");
    }

    @Test
    void aScriptWaitsForTheAnswerToATurnInBetweenAndThenGoesOn() {
        Clip next = new Clip("next", List.of(LOUD), 0, 100);
        Caller script = new CallerScript().pause(40).say(next).caller();
        ControllableCaller caller = ControllableCaller.monitored(script, null);
        caller.answered(new Pad());
        caller.interject(new Clip("stop", List.of(LOUD, LOUD), 2, 200));
        for (int i = 0; i < 30; i++) {
            tick(caller, i < 5 ? LOUD : LineFrame.SILENCE);
        }
        assertThat(done).containsExactly("starts 2", "ends 40");
        tick(caller, LOUD);
        tick(caller, LOUD);
        tick(caller, LOUD);
        assertThat(done).containsExactly("starts 2", "ends 40", "starts 0", "ends 100");
    }

    @Test
    void anAgentThatNeverAnswersDoesNotHoldTheScriptForEver() {
        ControllableCaller caller = ControllableCaller.monitored(talking(), null);
        caller.answered(new Pad());
        caller.interject(new Clip("stop", List.of(LOUD), 0, 100));
        for (int i = 0; i < 500; i++) {
            tick(caller, LineFrame.SILENCE);
        }
        assertThat(done).containsExactly("starts 0", "ends 100", "starts 3", "ends 100");
    }

    @Test
    void whatIsSaidInBetweenIsHeardInPlaceOfTheMicrophoneAlsoWhileThatIsMuted() {
        List<LineFrame> spoken = new ArrayList<>();
        Caller person = new UnscriptedCaller(LOUD, spoken);
        ControllableCaller caller = ControllableCaller.speaking(person, null);
        caller.answered(new Pad());
        caller.mute(true);
        caller.interject(probe());
        assertThat(tick(caller, LineFrame.SILENCE)).isEqualTo(QUIETER);
        assertThat(tick(caller, LineFrame.SILENCE)).isEqualTo(LineFrame.SILENCE);
        caller.mute(false);
        assertThat(tick(caller, LineFrame.SILENCE)).isEqualTo(LOUD);
        assertThat(spoken).as("the device is read at every tick").hasSize(3);
        assertThat(done).containsExactly("backchannel starts 5", "probe ends 60");
    }

    @Test
    void theEdgesOfATurnInBetweenAreLeftToTheEarWhereThereIsAMicrophone() {
        ControllableCaller caller = ControllableCaller.speaking(new UnscriptedCaller(LOUD, new ArrayList<>()), null);
        caller.answered(new Pad());
        caller.interject(new Clip("stop", List.of(QUIETER), 0, 100));
        assertThat(tick(caller, LineFrame.SILENCE)).isEqualTo(QUIETER);
        assertThat(done).isEmpty();
    }

    private static Clip probe() {
        return new Clip("mm-hmm", List.of(QUIETER), 5, 60).asProbe(ProbeKind.BACKCHANNEL);
    }

    /** Somebody at a microphone: always as loud, of whom no edges are known. */
    private record UnscriptedCaller(LineFrame voice, List<LineFrame> spoken) implements Caller {
        @Override
        public void answered(Handset handset) {}

        @Override
        public void ear(LineFrame heard) {}

        @Override
        public LineFrame mouth() {
            spoken.add(voice);
            return voice;
        }

        @Override
        public void hungUp() {}

        @Override
        public boolean knowsItsEdges() {
            return false;
        }
    }

    private static LineFrame tick(ControllableCaller caller, LineFrame heard) {
        caller.ear(heard);
        return caller.mouth();
    }

    private static boolean isAudible(LineFrame frame) {
        return SpeechEnergy.isAudible(frame.dbm0(0)) || SpeechEnergy.isAudible(frame.dbm0(1));
    }

    private static Caller silent() {
        return new CallerScript().caller();
    }

    /** Five loud frames, voiced from the first one's sample 3 to the last one's sample 100. */
    private static Caller talking() {
        Clip clip = new Clip("talk", List.of(LOUD, LOUD, LOUD, LOUD, LOUD), 3, 4 * LineFrame.BYTES + 100);
        return new CallerScript().say(clip).caller();
    }

    private static LineFrame tone(int peak) {
        short[] samples = new short[LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (peak * Math.sin(2 * Math.PI * i * 500 / LineFrame.RATE_HZ));
        }
        return LineFrame.ofPcm(samples);
    }

    /** Writes down what a caller does with its phone. */
    private class Pad implements Handset {
        @Override
        public void press(char digit) {
            done.add("press " + digit);
        }

        @Override
        public void hangUp() {
            done.add("hang up");
        }

        @Override
        public void speechStarts(int sample) {
            done.add("starts " + sample);
        }

        @Override
        public void speechEnds(int sample) {
            done.add("ends " + sample);
        }

        @Override
        public void probeStarts(ProbeKind kind, int sample) {
            done.add(kind.word() + " starts " + sample);
        }

        @Override
        public void probeEnds(int sample) {
            done.add("probe ends " + sample);
        }

        @Override
        public void note(String text) {
            done.add("note " + text);
        }
    }
}
