package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.EchoControl;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.Microphone;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.device.Speaker;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallerChoiceTest {
    @Test
    void aPersonWithoutAMicrophoneCannotCall() {
        assertThatThrownBy(() -> person(false).microphone(new NoDevices(), EchoControl.suppressing()))
                .isInstanceOf(CannotRun.class)
                .hasMessage("There is no microphone. Plug one in. Or let a recording speak: --stand-in.");
    }

    @Test
    void aRecordingStandsInForAPersonWithoutAMicrophoneWhereThatIsWanted() throws Exception {
        Caller standIn = person(true).microphone(new NoDevices(), EchoControl.suppressing());

        assertThat(standIn.knowsItsEdges()).as("spoken from a recording").isTrue();
    }

    @Test
    void theWindowLetsARecordingStandIn() throws Exception {
        Caller standIn = CallerChoice.person(null, null, true).microphone(new NoDevices(), EchoControl.suppressing());

        assertThat(standIn.knowsItsEdges()).isTrue();
    }

    private static CallerChoice person(boolean standIn) {
        return new CallerChoice(List.of("mic"), Duration.ofMillis(700), null, null, true, false, standIn);
    }

    private static final class NoDevices implements SoundDevices {
        @Override
        public List<String> microphones() {
            return List.of();
        }

        @Override
        public List<String> speakers() {
            return List.of();
        }

        @Override
        public Microphone openMicrophone(@Nullable String name) throws DeviceProblem {
            throw new DeviceProblem(DeviceProblem.Kind.MISSING, "There is no microphone.", "Plug one in.");
        }

        @Override
        public Speaker openSpeaker(@Nullable String name) throws DeviceProblem {
            throw new DeviceProblem(DeviceProblem.Kind.MISSING, "There is no speaker.", "Plug one in.");
        }
    }
}
