package dev.sidetone.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileEditTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve(".env");
    }

    @Test
    void everyOtherLineAndCommentStaysAsItIs() throws Exception {
        Files.writeString(file, "# keys\n\nexport A_KEY = \"old\"  # mine\nB='x # y'\n  # C=3\nA_KEY=newer\nlast=1");
        EnvFileEdit.set(file, "A_KEY", "sk-1");

        assertThat(file).hasContent("# keys\n\nexport A_KEY = \"old\"  # mine\nB='x # y'\n  # C=3\nA_KEY=sk-1\nlast=1");
    }

    @Test
    void aNewSettingStandsAtTheEndOnALineOfItsOwn() throws Exception {
        EnvFileEdit.set(file, "A_KEY", "one");
        EnvFileEdit.set(file, "B_KEY", "two");
        assertThat(file).content().isEqualTo("A_KEY=one\nB_KEY=two\n");

        Files.writeString(file, "C=3");
        EnvFileEdit.set(file, "A_KEY", "one");
        assertThat(file).content().isEqualTo("C=3\nA_KEY=one\n");
    }

    @Test
    void anEmptyValueRemovesTheSettingWhereverItStands() throws Exception {
        Files.writeString(file, "A=1\r\n# A=2\r\nB=2\r\nexport A='3'\r\n");
        EnvFileEdit.set(file, "A", "");
        assertThat(file).content().isEqualTo("# A=2\r\nB=2\r\n");

        EnvFileEdit.set(folder.resolve("none"), "A", "");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no POSIX permissions")
    void theFileIsReadableByItsOwnerAlone() throws Exception {
        Files.writeString(file, "A=1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        EnvFileEdit.set(file, "A_KEY", "secret");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly(".env");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights there")
    void aLinkStaysALinkAndWhatItLeadsToIsChanged() throws Exception {
        Path real = Files.writeString(folder.resolve("real"), "A=1\n");
        Files.createSymbolicLink(file, real);
        EnvFileEdit.set(file, "A", "2");

        assertThat(Files.isSymbolicLink(file)).isTrue();
        assertThat(real).content().isEqualTo("A=2\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "with blanks",
                " leading and trailing ",
                "hash#inside",
                "hash #behind a blank",
                "#first",
                "say \"hello\"",
                "it's",
                "back\\slash\\",
                "dollar$HOME`x`",
                "ends with \\\"",
                "=",
                "export A=1",
                "Schlüssel 📞",
                "'",
                "\"",
            })
    void whateverIsWrittenIsReadAsItWas(String value) throws Exception {
        Files.writeString(file, "# before\nX=1\n");
        EnvFileEdit.set(file, "A_KEY", value);

        assertThat(EnvFile.read(file)).isEqualTo(Map.of("A_KEY", value, "X", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "B=2\rX=3", "nul\0", "both ' and \""})
    void aValueThatNoLineHoldsIsRefusedWithoutItsWordsAndTheFileStays(String value) throws Exception {
        Files.writeString(file, "A_KEY=old\n");

        assertThatThrownBy(() -> EnvFileEdit.set(file, "A_KEY", value))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("A_KEY")
                .message()
                .doesNotContain(value);
        assertThat(file).content().isEqualTo("A_KEY=old\n");
        assertThat(folder.toFile().list()).containsExactly(".env");
    }

    @Test
    void randomValuesComeBackOrAreRefused() throws Exception {
        Random chance = new Random(7);
        String signs = "ab \"'#\\=$\t\n\r%&;é\u00A0\u2028";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder value = new StringBuilder("v");
            for (int length = chance.nextInt(8); length > 0; length--) {
                value.append(signs.charAt(chance.nextInt(signs.length())));
            }
            try {
                EnvFileEdit.set(file, "A", value.toString());
                assertThat(EnvFile.read(file)).containsEntry("A", value.toString());
            } catch (WrongSetting refused) {
                assertThat(refused.getMessage()).doesNotContain(value.toString() + "\n");
            }
        }
    }

    @Test
    void aFileThatCannotBeReadIsNotWrittenOver() throws Exception {
        byte[] foreign = "A=\u00E4\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, foreign);
        assertThatThrownBy(() -> EnvFileEdit.set(file, "B", "1")).isInstanceOf(WrongSetting.class);
        assertThat(file).hasBinaryContent(foreign);

        Files.writeString(file, "this is no setting\nA=1\n");
        assertThatThrownBy(() -> EnvFileEdit.set(file, "B", "1"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("another line");
        assertThat(file).content().isEqualTo("this is no setting\nA=1\n");
    }

    @Test
    void theEnvironmentStandsAboveTheFileAndIsNamedAsThePlace() throws Exception {
        SettingsSource source = new SettingsSource(file, Map.of("A_KEY", "outside", "EMPTY", ""));
        source.write("A_KEY", "inside");
        source.write("B_KEY", "inside");
        Settings now = source.read();

        assertThat(now.get("A_KEY")).contains("outside");
        assertThat(source.originOf("A_KEY", now)).isEqualTo(SettingsSource.Origin.ENVIRONMENT);
        assertThat(source.originOf("B_KEY", now)).isEqualTo(SettingsSource.Origin.FILE);
        assertThat(source.originOf("EMPTY", now)).isEqualTo(SettingsSource.Origin.NOWHERE);
        assertThat(source.toString()).doesNotContain("outside");
    }
}
