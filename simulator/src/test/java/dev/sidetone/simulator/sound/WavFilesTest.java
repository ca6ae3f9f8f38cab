package dev.sidetone.simulator.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.caller.Clip;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aTelephoneRecordingIsCutIntoFramesWithItsEdges() throws IOException {
        Clip clip = read(wav(1, 1, 8000, 16, tone(8000, 1, 0.1, 0.5)));
        assertThat(clip.frames()).hasSize(30);
        assertThat(clip.speechStart()).isEqualTo(800);
        assertThat(clip.speechEnd()).isEqualTo(4800);
    }

    @Test
    void aStereoRecordingAtFortyFourOneIsMixedAndResampled() throws IOException {
        Clip clip = read(wav(1, 2, 44_100, 16, tone(44_100, 2, 0.1, 0.5)));
        assertThat(clip.frames().size()).isBetween(29, 31);
        assertThat(clip.speechStart()).isBetween(720, 880);
        assertThat(clip.speechEnd()).isBetween(4720, 4960);
    }

    @Test
    void whatIsNoWavSaysSoWithTheCure() throws IOException {
        Path file = Files.writeString(folder.resolve("a.wav"), "this is a text");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.wav is not a sound file; wanted is WAV, FLAC, MP3");
    }

    @Test
    void anEmptyFileAnEmptyWavAndAMissingOneEachSaySo() throws IOException {
        Path empty = Files.write(folder.resolve("empty.wav"), new byte[0]);
        assertThatThrownBy(() -> read(empty)).hasMessageContaining("empty.wav is empty");
        Path soundless = wav(1, 1, 8000, 16, new byte[0]);
        assertThatThrownBy(() -> read(soundless)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read(folder.resolve("none.wav"))).hasMessageContaining("is not there");
        assertThatThrownBy(() -> read(folder)).hasMessageContaining("cannot be read");
    }

    @Test
    void aHugeFileIsRefusedUnread() throws IOException {
        Path huge = folder.resolve("huge.wav");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        assertThatThrownBy(() -> read(huge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("huge.wav has 3072 MiB")
                .hasMessageContaining("cut out what the caller says");
    }

    @Test
    void anotherKindIsNamedAsAPersonWould() throws IOException {
        assertThatThrownBy(() -> read(wav(0x11, 2, 16_000, 4, new byte[800])))
                .hasMessageContaining("(4-bit IMA ADPCM, 16000 Hz, 2 channels); convert it: ffmpeg -i ")
                .hasMessageContaining("sound.wav -ar 8000 -ac 1 ")
                .hasMessageEndingWith("sound-8k.wav");
    }

    @Test
    void silenceAndOddKindsAreRefusedByName() throws IOException {
        Path silence = wav(1, 1, 8000, 16, new byte[16_000]);
        assertThatThrownBy(() -> read(silence)).hasMessageContaining("has no speech in it");
        Path twelveBit = wav(1, 1, 8000, 12, new byte[99]);
        assertThatThrownBy(() -> read(twelveBit)).hasMessageContaining("of a kind that is not read here");
        Path noChannels = wav(1, 0, 8000, 16, new byte[100]);
        assertThatThrownBy(() -> read(noChannels)).hasMessageContaining("of a kind that is not read here");
    }

    @Test
    void aWavWhoseSizesLieIsReadAsFarAsItGoes() throws IOException {
        Path file = wav(1, 1, 8000, 16, tone(8000, 1, 0.1, 0.5));
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(40, -1);
        Files.write(file, bytes);
        assertThat(read(file).speechEnd()).isEqualTo(4800);
    }

    private static Clip read(Path file) {
        return Clip.of(file.getFileName().toString(), SoundReader.read(file));
    }

    private static byte[] tone(int rateHz, int channels, double silence, double sound) {
        int total = (int) (rateHz * (silence + sound));
        ByteBuffer out = ByteBuffer.allocate(total * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < total; i++) {
            double sample = i < rateHz * silence ? 0 : 8000 * Math.sin(2 * Math.PI * 500 * i / rateHz);
            for (int channel = 0; channel < channels; channel++) {
                out.putShort((short) sample);
            }
        }
        return out.array();
    }

    private Path wav(int encoding, int channels, int rateHz, int bits, byte[] sound) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(44 + sound.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + sound.length);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) encoding).putShort((short) channels).putInt(rateHz);
        out.putInt(rateHz * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(sound.length).put(sound);
        return Files.write(folder.resolve("sound.wav"), out.array());
    }
}
