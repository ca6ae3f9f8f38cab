package dev.sidetone.simulator.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.EchoCanceller;
import dev.sidetone.simulator.device.Speaker;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EchoControlTest {
    private static final short[] AGENT = Voices.open("book-a-table").samples();

    private final FailingSoundDevices machine = new FailingSoundDevices();
    private final Counting canceller = new Counting();

    @Test
    void aLeakIsToldOnceWithWhatIsDoneAboutIt() throws DeviceProblem {
        EchoControl guard = EchoControl.cancelling(() -> canceller);
        assertThat(guard.news()).isNull();
        speak(guard, true);
        assertThat(guard.news())
                .isEqualTo("The microphone hears the speaker: use headphones. Until then the echo is cancelled.");
        assertThat(guard.news()).isNull();
    }

    @Test
    void withoutALibraryTheGateDoesItAndSaysSo() throws DeviceProblem {
        EchoControl guard = EchoControl.cancelling(() -> null);
        LineFrame last = speak(guard, true);
        assertThat(guard.news())
                .contains("use headphones")
                .contains("Echo cancellation is not available on this machine");
        assertThat(last).isSameAs(LineFrame.SILENCE);
    }

    @Test
    void theCancellerIsAskedOnlyAboutALeakThatWasFound() throws DeviceProblem {
        EchoControl guard = EchoControl.cancelling(() -> canceller);
        speak(guard, false);
        assertThat(canceller.played).isZero();
        speak(guard, true);
        assertThat(canceller.played).isPositive().isEqualTo(canceller.cleaned);
        guard.hungUp();
        assertThat(canceller.closed).isTrue();
    }

    @Test
    void whatSoundsBesideTheAgentIsKnownToo() throws DeviceProblem {
        EchoControl guard = EchoControl.cancelling(() -> canceller);
        speak(guard, true);
        MixingSpeaker desk = new MixingSpeaker(guard.listeningTo(machine).openSpeaker(null));
        desk.press('5');
        desk.play(LineFrame.SILENCE);
        guard.pass(LineFrame.SILENCE);
        assertThat(canceller.lastPlayed)
                .isEqualTo(machine.loudspeaker.played.get(machine.loudspeaker.played.size() - 1));
        assertThat(canceller.lastPlayed.dbm0(1)).isGreaterThan(-30);
    }

    /** The agent speaks for two seconds; the microphone hears it at once, 20 dB weaker, or nothing. */
    private LineFrame speak(EchoControl guard, boolean leaks) throws DeviceProblem {
        LineFrame out = LineFrame.SILENCE;
        Speaker speaker = guard.listeningTo(machine).openSpeaker(null);
        for (int tick = 0; tick < 100; tick++) {
            short[] samples = Arrays.copyOfRange(AGENT, tick * LineFrame.BYTES, (tick + 1) * LineFrame.BYTES);
            speaker.play(LineFrame.ofPcm(samples));
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (samples[i] / 10);
            }
            out = guard.pass(leaks ? LineFrame.ofPcm(samples) : LineFrame.SILENCE);
        }
        return out;
    }

    /** Cleans nothing, and counts. */
    private static final class Counting implements EchoCanceller {
        private int played;
        private int cleaned;
        private boolean closed;
        private LineFrame lastPlayed = LineFrame.SILENCE;

        @Override
        public void played(LineFrame frame) {
            lastPlayed = frame;
            played++;
        }

        @Override
        public LineFrame cleaned(LineFrame frame) {
            cleaned++;
            return frame;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
