package dev.sidetone.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        Settings settings = read("# OPENAI_API_KEY=no\nexport A=\"with space\"\nB='x=y'\n  C = c \n\n \n", Map.of());
        assertThat(settings.get("OPENAI_API_KEY")).isEmpty();
        assertThat(settings.get("A")).contains("with space");
        assertThat(settings.get("B")).contains("x=y");
        assertThat(settings.get("C")).contains("c");
    }

    @Test
    void whatStandsBehindAValueIsNoPartOfTheKey() throws Exception {
        Settings settings = read(
                "A=abc # note\nB=\"abc\" # the \"old\" one\nC='abc'\t# it's old\nD= # none\nE=\"a#b\"\nF='a # b'\nG=a=b/c+d==\r\n",
                Map.of());
        assertThat(settings.get("A")).contains("abc");
        assertThat(settings.get("B")).contains("abc");
        assertThat(settings.get("C")).contains("abc");
        assertThat(settings.get("D")).isEmpty();
        assertThat(settings.get("E")).contains("a#b");
        assertThat(settings.get("F")).contains("a # b");
        assertThat(settings.get("G")).contains("a=b/c+d==");
    }

    @Test
    void theMarkThatWindowsPutsFirstIsNoPartOfTheName() throws Exception {
        assertThat(read("\uFEFFA=abc\n", Map.of()).get("A")).contains("abc");
        assertThat(read("\uFEFFexport A=abc\n", Map.of()).get("A")).contains("abc");
    }

    @Test
    void aFileThatPowerShellWroteIsRead() throws Exception {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.writeString(folder.resolve(".env"), "\uFEFFA=abc\r\nB=\"d e\"\r\n", charset);
            Settings settings = Settings.read(file, Map.of());
            assertThat(settings.get("A")).as(charset.name()).contains("abc");
            assertThat(settings.get("B")).as(charset.name()).contains("d e");
        }
    }

    @Test
    void aLineThatIsNoSettingIsNamedWithoutItsText() {
        for (String broken : List.of(
                "secret",
                "=secret",
                "A=\"secret",
                "A='secret",
                "A=secret\"",
                "A=\"secret\" more",
                "A=sec#ret",
                "A B=secret")) {
            assertThatThrownBy(() -> read("# first\n\n" + broken + "\nB=\"b\"\n", Map.of()))
                    .as(broken)
                    .isInstanceOf(WrongSetting.class)
                    .hasMessageContaining(".env, line 3")
                    .hasMessageNotContaining("sec")
                    .hasNoCause();
        }
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

    @Test
    void aLineMadeForARegularExpressionIsReadAtOnce() throws Exception {
        String blanks = " ".repeat(30_000);
        String fewer = " ".repeat(15_000);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThatThrownBy(() -> read("A=" + fewer + "x" + fewer + "\"\n", Map.of()))
                    .hasMessageContaining(".env, line 1");
            assertThat(read("A=" + blanks.substring(2) + "#\u2028x\n", Map.of()).get("A"))
                    .isEmpty();
        });
    }

    @Test
    void aLineLongerThanAnySettingIsNamed() {
        assertThatThrownBy(() -> read("A=b\nB=" + "x".repeat(32_768) + "\n", Map.of()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(".env, line 2 has more than 32768 characters");
    }

    @Test
    void aSeparatorOfAnotherAlphabetEndsNoLine() throws Exception {
        Settings settings = read("A=b # c\u2028d\nB=e\u0085f\n", Map.of());
        assertThat(settings.get("A")).contains("b");
        assertThat(settings.get("B")).contains("e\u0085f");
    }

    private Settings read(String text, Map<String, String> environment) throws Exception {
        Path file = Files.writeString(folder.resolve(".env"), text, StandardCharsets.UTF_8);
        return Settings.read(file, environment);
    }
}
