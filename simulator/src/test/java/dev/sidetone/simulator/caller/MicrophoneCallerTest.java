package dev.sidetone.simulator.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.DeviceProblem.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MicrophoneCallerTest {
    private static final LineFrame OWN_VOICE = tone(3_000);
    private static final LineFrame RECORDING = tone(6_000);
    private static final LineFrame AGENT = tone(1_000);

    private final FailingSoundDevices machine = new FailingSoundDevices();
    private final Recorded recorded = new Recorded();
    private final Phone phone = new Phone();

    @Test
    void thePersonSpeaksByTheMicrophoneAndHearsByTheSpeaker() throws DeviceProblem {
        machine.mic.sound = OWN_VOICE;
        MicrophoneCaller caller = answered();
        assertThat(tick(caller)).isEqualTo(OWN_VOICE);
        assertThat(machine.loudspeaker.played).containsExactly(AGENT);
        assertThat(phone.notes).isEmpty();
        assertThat(recorded.heard).isEmpty();
        assertThat(caller.clockCorrections()).isEqualTo(7);
        assertThat(caller.knowsItsEdges()).isFalse();
    }

    @Test
    void withoutAMicrophoneARecordedCallerSpeaksAndThePersonStillHears() throws DeviceProblem {
        machine.micAtOpening = FailingSoundDevices.problem(Kind.MISSING);
        MicrophoneCaller caller = answered();
        assertThat(tick(caller)).isEqualTo(RECORDING);
        assertThat(recorded.heard).containsExactly(AGENT);
        assertThat(machine.loudspeaker.played).containsExactly(AGENT);
        assertThat(phone.notes).containsExactly("It is MISSING. Do something. A recorded caller speaks instead.");
    }

    @Test
    void aRecordedCallerWhoHasTheWholeCallStatesItsEdges() throws DeviceProblem {
        machine.micAtOpening = FailingSoundDevices.problem(Kind.BUSY);
        MicrophoneCaller caller = answered();
        tick(caller);
        assertThat(caller.knowsItsEdges()).isTrue();
        assertThat(phone.edges).containsExactly(7);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"LOST", "SILENT"})
    void aMicrophoneThatFailsInMidCallIsToldOnceAndARecordedCallerTakesOver(Kind kind) throws DeviceProblem {
        machine.mic.sound = OWN_VOICE;
        MicrophoneCaller caller = answered();
        tick(caller);
        machine.mic.problem = FailingSoundDevices.problem(kind);
        assertThat(tick(caller)).isEqualTo(RECORDING);
        assertThat(tick(caller)).isEqualTo(RECORDING);
        assertThat(phone.notes).containsExactly("It is " + kind + ". Do something. A recorded caller takes over.");
        assertThat(caller.knowsItsEdges()).isFalse();
        assertThat(phone.edges).isEmpty();
    }

    @Test
    void aMicrophoneThatComesAliveWaitsUntilTheRecordedCallerHasFinished() throws DeviceProblem {
        machine.mic.sound = OWN_VOICE;
        MicrophoneCaller caller = answered();
        machine.mic.problem = FailingSoundDevices.problem(Kind.SILENT);
        tick(caller);
        machine.mic.problem = null;
        assertThat(tick(caller)).isEqualTo(RECORDING);
        recorded.sound = LineFrame.SILENCE;
        for (int quiet = 0; quiet < 25; quiet++) {
            assertThat(tick(caller)).isEqualTo(LineFrame.SILENCE);
        }
        assertThat(tick(caller)).isEqualTo(OWN_VOICE);
        assertThat(phone.notes).hasSize(2).last().isEqualTo("The microphone has come alive: it is yours again.");
        assertThat(recorded.answers).isEqualTo(1);
    }

    @Test
    void theStandInHasTheKeypadAndCanHangUp() throws DeviceProblem {
        MicrophoneCaller caller = answered();
        machine.mic.problem = FailingSoundDevices.problem(Kind.LOST);
        tick(caller);
        recorded.handset().press('5');
        recorded.handset().hangUp();
        recorded.handset().note("bye");
        assertThat(phone.notes).endsWith("pressed 5", "hung up", "bye");
    }

    @Test
    void aSpeakerThatIsLostIsToldOnceAndTheCallGoesOn() throws DeviceProblem {
        machine.mic.sound = OWN_VOICE;
        MicrophoneCaller caller = answered();
        machine.loudspeaker.problem = FailingSoundDevices.problem(Kind.LOST);
        tick(caller);
        assertThat(tick(caller)).isEqualTo(OWN_VOICE);
        assertThat(phone.notes).containsExactly("It is LOST. Do something. The call goes on without sound.");
    }

    @Test
    void aMissingSpeakerIsToldOnceAndTheCallGoesOn() throws DeviceProblem {
        machine.speakerAtOpening = FailingSoundDevices.problem(Kind.MISSING);
        machine.mic.sound = OWN_VOICE;
        MicrophoneCaller caller = answered();
        assertThat(tick(caller)).isEqualTo(OWN_VOICE);
        assertThat(phone.notes).containsExactly("It is MISSING. Do something. The call goes on without sound.");
    }

    @Test
    void aDeviceThatWasNamedMustBeThere() {
        machine.speakerAtOpening = FailingSoundDevices.problem(Kind.MISSING);
        assertThatThrownBy(() -> MicrophoneCaller.open(machine, null, "Headset", recorded, EchoControl.suppressing()))
                .isSameAs(machine.speakerAtOpening);
        assertThat(machine.mic.closed).isTrue();
        machine.micAtOpening = FailingSoundDevices.problem(Kind.BUSY);
        assertThatThrownBy(() -> MicrophoneCaller.open(machine, "Mic", null, recorded, EchoControl.suppressing()))
                .isSameAs(machine.micAtOpening);
    }

    @Test
    void hangingUpLetsEverythingGo() throws DeviceProblem {
        answered().hungUp();
        assertThat(machine.mic.closed).isTrue();
        assertThat(machine.loudspeaker.closed).isTrue();
        assertThat(recorded.hungUp).isTrue();
    }

    private MicrophoneCaller answered() throws DeviceProblem {
        MicrophoneCaller caller = MicrophoneCaller.open(machine, null, null, recorded, EchoControl.suppressing());
        caller.answered(phone);
        return caller;
    }

    private static LineFrame tick(Caller caller) {
        caller.ear(AGENT);
        return caller.mouth();
    }

    private static LineFrame tone(int level) {
        short[] samples = new short[160];
        Arrays.fill(samples, (short) level);
        return LineFrame.ofPcm(samples);
    }

    /** Says one frame for ever and states an edge in each. */
    private static final class Recorded implements Caller {
        private final List<LineFrame> heard = new ArrayList<>();
        private LineFrame sound = RECORDING;
        private @Nullable Handset handset;
        private int answers;
        private boolean hungUp;

        Handset handset() {
            assertThat(handset).isNotNull();
            return handset == null ? new Phone() : handset;
        }

        @Override
        public void answered(Handset handset) {
            this.handset = handset;
            answers++;
        }

        @Override
        public void ear(LineFrame frame) {
            heard.add(frame);
        }

        @Override
        public LineFrame mouth() {
            handset().speechStarts(7);
            return sound;
        }

        @Override
        public void hungUp() {
            hungUp = true;
        }

        @Override
        public boolean knowsItsEdges() {
            return true;
        }
    }

    private static final class Phone implements Handset {
        private final List<String> notes = new ArrayList<>();
        private final List<Integer> edges = new ArrayList<>();

        @Override
        public void press(char digit) {
            notes.add("pressed " + digit);
        }

        @Override
        public void hangUp() {
            notes.add("hung up");
        }

        @Override
        public void speechStarts(int sample) {
            edges.add(sample);
        }

        @Override
        public void speechEnds(int sample) {
            edges.add(sample);
        }

        @Override
        public void note(String text) {
            notes.add(text);
        }
    }
}
