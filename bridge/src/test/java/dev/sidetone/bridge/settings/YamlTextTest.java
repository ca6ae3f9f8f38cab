package dev.sidetone.bridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written as YAML is read as the same again, and looks as a person would write it. */
class YamlTextTest {
    private static final String SIGNS =
            "ab zZ09.:#-,[]{}&*!|>'\"%@`~?=\\/\t\n\r\u0000\u0085\u00a0\u2028\ufeff\uffffäß日😀";

    @ParameterizedTest
    @CsvSource({
        "agent, agent",
        "900ms, 900ms",
        "-30dB, -30dB",
        "voices/book-a-table.wav, voices/book-a-table.wav",
        "You pressed five., You pressed five.",
        "12#, \"\"\"12#\"\"\"",
        "+15550199, \"\"\"+15550199\"\"\"",
        "yes, \"\"\"yes\"\"\"",
        "Null, \"\"\"Null\"\"\"",
        "31951, \"\"\"31951\"\"\""
    })
    void onlyWhatYamlWouldTakeForSomethingElseIsQuoted(String text, String written) {
        assertThat(YamlText.text(text)).isEqualTo(written.replace("\"\"\"", "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " a",
                "a ",
                "a: b",
                "a #b",
                "- a",
                "~",
                "=",
                "<<",
                "0x1F",
                "1e3",
                "1_000",
                "2026-01-31",
                "12:30",
                ".5",
                "*a",
                "a:"
            })
    void anyTextIsReadAgain(String text) throws InvalidSettingsException {
        assertThat(readAgain(text)).isEqualTo(text);
    }

    @Test
    void randomTextsAreReadAgain() throws InvalidSettingsException {
        Random random = new Random(7);
        int[] signs = SIGNS.codePoints().toArray();
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                text.appendCodePoint(signs[random.nextInt(signs.length)]);
            }
            assertThat(readAgain(text.toString())).isEqualTo(text.toString());
        }
    }

    @Test
    void objectsAndListsStandOnOneLine() throws InvalidSettingsException {
        YamlNode read = YamlFile.read("a.yaml", "hear: agent\nexpect:\n  clear: 300ms\n  list: [1, two, true]\n");
        assertThat(YamlText.line(read.json())).isEqualTo("hear: agent, expect: { clear: 300ms, list: [1, two, true] }");
    }

    private static String readAgain(String text) throws InvalidSettingsException {
        String yaml = "{ key: " + YamlText.text(text) + ", list: [" + YamlText.text(text) + "] }";
        YamlNode.Fields read = YamlFile.read("a.yaml", yaml).fields("key", "list");
        assertThat(read.need("list").items().get(0).text()).isEqualTo(text);
        return read.need("key").text();
    }
}
