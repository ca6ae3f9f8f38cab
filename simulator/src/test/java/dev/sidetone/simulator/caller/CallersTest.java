package dev.sidetone.simulator.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.fixtures.Voices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scripted callers on a line on which the test plays the agent frame by frame. */
class CallersTest {
    private static final LineFrame VOICE = voiced();
    private static final Clip HELLO = new Clip("hello", List.of(VOICE, VOICE, VOICE), 40, 440);

    private final List<String> did = new ArrayList<>();
    private int frame;

    @Test
    void aRecordedCallerWaitsForTheGreetingToEndAndTheGapAfterIt() {
        Caller caller = answered(Callers.recorded(List.of(HELLO), 700));
        run(caller, 500, LineFrame.SILENCE);
        run(caller, 1000, VOICE);
        run(caller, 2000, LineFrame.SILENCE);
        // 1500 ms of greeting end at frame 75; 700 ms of quiet are heard with frame 109.
        assertThat(did).containsExactly("starts 109+40", "ends 111+120");
    }

    @Test
    void withoutAGreetingItSpeaksAfterThreeSeconds() {
        Caller caller = answered(Callers.recorded(List.of(HELLO), 700));
        run(caller, 4000, LineFrame.SILENCE);
        assertThat(did).containsExactly("starts 150+40", "ends 152+120");
    }

    @Test
    void anAnswerLongerThanThirtySecondsIsSpokenOver() {
        Caller caller = answered(Callers.recorded(List.of(HELLO, HELLO), 700));
        run(caller, 3_060, LineFrame.SILENCE);
        did.clear();
        run(caller, 31_000, VOICE);
        assertThat(did).hasSize(2);
    }

    @Test
    void anAgentThatNeverAnswersCannotHoldTheCallForEver() {
        Caller caller = answered(Callers.recorded(List.of(HELLO, HELLO), 700));
        run(caller, 60_000, LineFrame.SILENCE);
        assertThat(did).endsWith("hangs up");
    }

    @Test
    void theDemoCallerAsksTwiceInterruptsPressesFiveAndHangsUp() {
        Caller caller = answered(Callers.demo());
        List<String> told = new ArrayList<>();
        for (int second = 0; second < 60 && !did.contains("hangs up"); second++) {
            run(caller, 900, VOICE);
            if (did.stream().filter(fact -> fact.startsWith("starts")).count() == 2) {
                run(caller, 1000, VOICE);
            }
            run(caller, 4000, LineFrame.SILENCE);
        }
        told.addAll(did);
        assertThat(told.stream().map(fact -> fact.split(" ", -1)[0]))
                .containsExactly(
                        "starts", "ends", "starts", "ends", "starts", "ends", "presses", "starts", "ends", "hangs");
    }

    @Test
    void aTapeIsPlayedOnceAndThenTheCallerHangsUp() {
        Caller caller = answered(new ReplayCaller(List.of(VOICE, LineFrame.SILENCE, VOICE)));
        assertThat(caller.mouth()).isEqualTo(VOICE);
        assertThat(caller.mouth()).isEqualTo(LineFrame.SILENCE);
        assertThat(caller.mouth()).isEqualTo(VOICE);
        assertThat(did).isEmpty();
        assertThat(caller.mouth()).isEqualTo(LineFrame.SILENCE);
        assertThat(did).containsExactly("hangs up");
    }

    @Test
    void aProbeIsSaidAndIsNoTurn() {
        Caller caller = answered(new CallerScript()
                .say(HELLO.asProbe(ProbeKind.SIDE_TALK))
                .say(HELLO)
                .caller());
        run(caller, 120, LineFrame.SILENCE);
        assertThat(did).containsExactly("side-talk starts 0+40", "probe ends 2+120", "starts 3+40", "ends 5+120");
    }

    @Test
    void theFixturesProbesKnowTheirKind() {
        assertThat(Callers.voice("probes/mm-hmm.wav").probe()).isEqualTo(ProbeKind.BACKCHANNEL);
        assertThat(Callers.voice("mm-hmm").probe()).isEqualTo(ProbeKind.BACKCHANNEL);
        assertThat(Voices.names()).allMatch(name -> Callers.voice(name).probe() == null);
    }

    private Caller answered(Caller caller) {
        caller.answered(new Phone());
        return caller;
    }

    private void run(Caller caller, int ms, LineFrame heard) {
        for (int at = 0; at < ms; at += LineFrame.MS) {
            caller.ear(heard);
            caller.mouth();
            frame++;
        }
    }

    private static LineFrame voiced() {
        short[] samples = new short[LineFrame.BYTES];
        Arrays.fill(samples, (short) 4000);
        return LineFrame.ofPcm(samples);
    }

    private final class Phone implements Handset {
        @Override
        public void press(char digit) {
            did.add("presses " + digit);
        }

        @Override
        public void hangUp() {
            did.add("hangs up");
        }

        @Override
        public void speechStarts(int sample) {
            did.add("starts " + frame + "+" + sample);
        }

        @Override
        public void speechEnds(int sample) {
            did.add("ends " + frame + "+" + sample);
        }

        @Override
        public void probeStarts(ProbeKind kind, int sample) {
            did.add(kind.word() + " starts " + frame + "+" + sample);
        }

        @Override
        public void probeEnds(int sample) {
            did.add("probe ends " + frame + "+" + sample);
        }

        @Override
        public void note(String text) {
            did.add("notes " + text);
        }
    }
}
