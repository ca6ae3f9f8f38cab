package dev.sidetone.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theEnvironmentIsOverTheFile() throws Exception {
        Settings settings = read("A=file\nB=file\n", Map.of("A", "environment"));
        assertThat(settings.get("A")).contains("environment");
        assertThat(settings.get("B")).contains("file");
        assertThat(settings.get("C")).isEmpty();
    }

    @Test
    void commentsQuotesAndExportsAreUnderstood() throws Exception {
        Settings settings =
                read("# OPENAI_API_KEY=no\nexport A=\"with space\"\nB='x=y'\n  C = c \nnonsense\n=\n", Map.of());
        assertThat(settings.get("OPENAI_API_KEY")).isEmpty();
        assertThat(settings.get("A")).contains("with space");
        assertThat(settings.get("B")).contains("x=y");
        assertThat(settings.get("C")).contains("c");
    }

    @Test
    void anEmptyValueIsNoValue() throws Exception {
        assertThat(read("A=\n", Map.of("B", "")).get("A")).isEmpty();
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws Exception {
        Path file = Files.write(folder.resolve(".env"), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThatThrownBy(() -> Settings.read(file, Map.of()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(".env cannot be read");
    }

    private Settings read(String text, Map<String, String> environment) throws Exception {
        Path file = Files.writeString(folder.resolve(".env"), text, StandardCharsets.UTF_8);
        return Settings.read(file, environment);
    }
}
