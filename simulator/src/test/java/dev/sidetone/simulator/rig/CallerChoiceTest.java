package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.EchoControl;
import dev.sidetone.simulator.caller.QuietLine;
import dev.sidetone.simulator.device.NoSoundDevices;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallerChoiceTest {
    @Test
    void aPersonWithoutAMicrophoneCannotCall() {
        assertThatThrownBy(() -> person(false).microphone(new NoSoundDevices(), EchoControl.suppressing()))
                .isInstanceOf(CannotRun.class)
                .hasMessage("There is no microphone. Plug one in. Or let a recording speak: --stand-in.");
    }

    @Test
    void aRecordingStandsInForAPersonWithoutAMicrophoneWhereThatIsWanted() throws Exception {
        Caller standIn = person(true).microphone(new NoSoundDevices(), EchoControl.suppressing());

        assertThat(standIn.knowsItsEdges()).as("spoken from a recording").isTrue();
    }

    @Test
    void theWindowLetsARecordingStandIn() throws Exception {
        Caller standIn =
                CallerChoice.person(null, null, true).microphone(new NoSoundDevices(), EchoControl.suppressing());

        assertThat(standIn.knowsItsEdges()).isTrue();
    }

    @Test
    void whoIsNoPersonWaitsForAStreamUnlessItSpeaksEarly(@TempDir Path folder) throws Exception {
        String wav = String.valueOf(Files.write(folder.resolve("loud.wav"), loudWav()));
        for (List<String> who : List.of(List.<String>of(), List.of(wav))) {
            for (boolean early : List.of(false, true)) {
                Caller caller =
                        new CallerChoice(who, Duration.ofMillis(20), null, null, true, early, false).withoutDevices();
                assertThat(isHeardWithoutAStream(caller))
                        .as(who + ", early " + early)
                        .isEqualTo(early);
            }
        }
    }

    @Test
    void theRecordingThatStandsInForAPersonWaitsToo() throws Exception {
        Caller standIn = person(true).microphone(new NoSoundDevices(), EchoControl.suppressing());

        assertThat(isHeardWithoutAStream(standIn)).isFalse();
    }

    private static boolean isHeardWithoutAStream(Caller caller) {
        caller.answered(new QuietLine());
        return QuietLine.hears(caller);
    }

    private static byte[] loudWav() {
        ByteBuffer wav = ByteBuffer.allocate(44 + 16_000).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 16_000);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(16_000);
        for (int i = 0; i < 8_000; i++) {
            wav.putShort((short) (i % 20 < 10 ? 8_000 : -8_000));
        }
        return wav.array();
    }

    private static CallerChoice person(boolean standIn) {
        return new CallerChoice(List.of("mic"), Duration.ofMillis(700), null, null, true, false, standIn);
    }
}
