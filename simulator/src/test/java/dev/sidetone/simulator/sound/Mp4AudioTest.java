package dev.sidetone.simulator.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Mp4AudioTest {
    @Test
    void aFilesFramesAreAllOfItsSound() throws Exception {
        byte[] file = tone();
        int sound = 0;
        for (byte[] frame : Mp4Audio.of(file)) {
            sound += frame.length;
        }
        int data = at(file, "mdat");
        int boxBytes = (file[data - 8] & 0xFF) << 24
                | (file[data - 7] & 0xFF) << 16
                | (file[data - 6] & 0xFF) << 8
                | (file[data - 5] & 0xFF);
        assertThat(sound).isEqualTo(boxBytes - 8);
    }

    @ParameterizedTest
    @CsvSource({"stsz, 4", "stsz, 8", "stsz, 12", "stsc, 4", "stsc, 12", "stco, 4", "stco, 8", "esds, 5", "stsd, 4"})
    @Timeout(60)
    void aCountIsTakenForWhatTheFileCanHold(String box, int offset) throws IOException {
        byte[] bad = tone();
        Arrays.fill(bad, at(bad, box) + offset, at(bad, box) + offset + 4, (byte) 0x7F);
        try {
            assertThat(SoundReader.samples("tone.m4a", bad)).hasSizeLessThan(10 * 8_000);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).startsWith("tone.m4a is ").hasLineCount(1);
        }
    }

    /** Where the contents of a box begin. */
    private static int at(byte[] file, String box) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(box) + 4;
    }

    private static byte[] tone() throws IOException {
        try (InputStream file = Mp4AudioTest.class.getResourceAsStream("/sounds/tone.m4a")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
