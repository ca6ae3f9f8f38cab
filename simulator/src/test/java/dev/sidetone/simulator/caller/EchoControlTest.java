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
        EchoControl echo = EchoControl.cancelling(() -> canceller);
        assertThat(echo.takeWarning()).isNull();
        speak(echo, true);
        assertThat(echo.takeWarning())
                .isEqualTo("The microphone hears the speaker: use headphones. Until then the echo is cancelled.");
        assertThat(echo.takeWarning()).isNull();
    }

    @Test
    void withoutALibraryTheGateDoesItAndSaysSo() throws DeviceProblem {
        EchoControl echo = EchoControl.cancelling(() -> null);
        LineFrame last = speak(echo, true);
        assertThat(echo.takeWarning())
                .contains("use headphones")
                .contains("Echo cancellation is not available on this machine");
        assertThat(last).isSameAs(LineFrame.SILENCE);
    }

    @Test
    void theCancellerIsAskedOnlyAboutALeakThatWasFound() throws DeviceProblem {
        EchoControl echo = EchoControl.cancelling(() -> canceller);
        speak(echo, false);
        assertThat(canceller.played).isZero();
        speak(echo, true);
        assertThat(canceller.played).isPositive().isEqualTo(canceller.cleaned);
        echo.hungUp();
        assertThat(canceller.closed).isTrue();
    }

    @Test
    void whatSoundsBesideTheAgentIsKnownToo() throws DeviceProblem {
        EchoControl echo = EchoControl.cancelling(() -> canceller);
        speak(echo, true);
        MixingSpeaker desk = new MixingSpeaker(echo.tapped(machine).openSpeaker(null));
        desk.press('5');
        desk.play(LineFrame.SILENCE);
        echo.pass(LineFrame.SILENCE);
        assertThat(canceller.lastPlayed)
                .isEqualTo(machine.loudspeaker.played.get(machine.loudspeaker.played.size() - 1));
        assertThat(canceller.lastPlayed.dbm0(1)).isGreaterThan(-30);
    }

    /** The agent speaks for two seconds; the microphone hears it at once, 20 dB weaker, or nothing. */
    private LineFrame speak(EchoControl echo, boolean leaks) throws DeviceProblem {
        LineFrame out = LineFrame.SILENCE;
        Speaker speaker = echo.tapped(machine).openSpeaker(null);
        for (int tick = 0; tick < 100; tick++) {
            short[] samples = Arrays.copyOfRange(AGENT, tick * LineFrame.BYTES, (tick + 1) * LineFrame.BYTES);
            speaker.play(LineFrame.ofPcm(samples));
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (samples[i] / 10);
            }
            out = echo.pass(leaks ? LineFrame.ofPcm(samples) : LineFrame.SILENCE);
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
