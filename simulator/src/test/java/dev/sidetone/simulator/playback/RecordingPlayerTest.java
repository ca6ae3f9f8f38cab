package dev.sidetone.simulator.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.device.NoSoundDevices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The player with its thread. */
class RecordingPlayerTest {
    @TempDir
    private Path folder = Path.of("");

    private final FakeStereoLine line = new FakeStereoLine();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @Test
    void aCallIsPlayedToItsEndAndTheSpeakerIsLeft() throws Exception {
        try (RecordingPlayer player = new RecordingPlayer(name -> line, thread)) {
            assertThat(player.now()).isEqualTo(Playing.NOTHING);
            player.play(KeptSound.in(folder), 0, null, null);
            waitUntilOff();

            assertThat(player.now().trouble()).isNull();
            assertThat(player.now().atMs()).isBetween(3950.0, 4050.0);
            assertThat(line.isClosed()).isTrue();
        }
    }

    @Test
    void aPartIsRepeatedUntilItIsStopped() throws Exception {
        try (RecordingPlayer player = new RecordingPlayer(name -> line, thread)) {
            player.play(KeptSound.in(folder), 1000, new LoopedPart(1000, 1500), "Headset");
            assertThat(line.awaitSecond()).isTrue();
            assertThat(player.now().isOn()).isTrue();
            assertThat(player.now().atMs()).isBetween(1000.0, 1500.0);

            player.stop();
            waitUntilOff();
            assertThat(line.isClosed()).isTrue();
            assertThat(player.now().isOn()).isFalse();
        }
    }

    @Test
    void aMachineWithoutASpeakerSaysSo() throws Exception {
        try (RecordingPlayer player = new RecordingPlayer(new NoSoundDevices()::openStereo, thread)) {
            player.play(KeptSound.in(folder), 0, null, null);
            waitUntilOff();

            assertThat(player.now().trouble())
                    .isEqualTo("There is no speaker. Choose another speaker, or plug one in, and play again.");
        }
    }

    @Test
    void aSpeakerThatIsPulledOutEndsThePlaying() throws Exception {
        try (RecordingPlayer player = new RecordingPlayer(name -> line, thread)) {
            player.play(KeptSound.in(folder), 1000, new LoopedPart(1000, 1500), null);
            assertThat(line.awaitSecond()).isTrue();
            line.unplug();
            waitUntilOff();
            assertThat(player.now().trouble()).startsWith("The speaker is gone.");
        }
    }

    @Test
    void aSoundThatIsNotThereOrDamagedIsASentence() throws Exception {
        PlayableCall call = KeptSound.in(folder);
        Path wav = call.folder().resolve("call.wav");
        try (RecordingPlayer player = new RecordingPlayer(name -> line, thread)) {
            for (byte[] rubbish : new byte[][] {{}, new byte[20], new byte[4000]}) {
                Files.write(wav, rubbish);
                player.play(call, 0, null, null);
                waitUntilOff();
                assertThat(player.now().trouble()).startsWith("The recording cannot be played: " + wav + " is ");
            }
            Files.delete(wav);
            player.play(call, 0, null, null);
            waitUntilOff();
            assertThat(player.now().trouble())
                    .isEqualTo("The recording cannot be played: " + wav
                            + " is not there. Open another call, or make one.");
        }
        assertThat(line.left()).isEmpty();
    }

    private void waitUntilOff() throws Exception {
        thread.submit(() -> {}).get(1, TimeUnit.MINUTES);
    }
}
