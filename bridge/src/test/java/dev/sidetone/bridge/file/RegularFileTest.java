package dev.sidetone.bridge.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Of a file only so much is read, and of what is no file nothing. */
class RegularFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileIsReadUpToTheLastByteThatItMayHave() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "four");
        assertThat(RegularFile.read(file, 4)).asString(StandardCharsets.UTF_8).isEqualTo("four");
        assertThat(RegularFile.readText(file, 5)).isEqualTo("four");
        assertThatThrownBy(() -> RegularFile.read(file, 3))
                .isInstanceOf(RegularFile.Unfit.class)
                .hasMessage("has more than 3 bytes, which is the most that is read of it");
        assertThatThrownBy(() -> RegularFile.open(file, 3)).isInstanceOf(RegularFile.Unfit.class);
    }

    @Test
    void aFileThatGrowsWhileItIsReadEndsWhereItMustBeShorter() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "four");
        try (InputStream in = RegularFile.open(file, 6)) {
            Files.writeString(file, "four and more");
            assertThat(in.read()).isEqualTo('f');
            assertThat(in.skip(2)).isEqualTo(2);
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("r a");
            assertThat(in.read()).isNegative();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatTellsNoLengthIsReadToo() throws IOException {
        Path file = Path.of("/proc/self/status");
        assertThat(RegularFile.readText(file, 1 << 20)).contains("Name:");
        assertThatThrownBy(() -> RegularFile.read(file, 10)).isInstanceOf(RegularFile.Unfit.class);
    }

    @Test
    void aFolderIsNone() {
        assertThatThrownBy(() -> RegularFile.read(folder, 10))
                .isInstanceOf(RegularFile.Unfit.class)
                .hasMessageStartingWith("is no regular file");
    }

    @Test
    void whatIsNotThereAndWhatIsNoTextSaySo() throws IOException {
        assertThatThrownBy(() -> RegularFile.read(folder.resolve("none"), 10)).isInstanceOf(NoSuchFileException.class);
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xC3, 0x28});
        assertThatThrownBy(() -> RegularFile.readText(bytes, 10)).isInstanceOf(CharacterCodingException.class);
    }
}
