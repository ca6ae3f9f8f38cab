package dev.sidetone.bridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {
    @ParameterizedTest
    @ValueSource(strings = {"99999999999s", "1441m", "86400001ms", "9999999999999999999999999999999999999999999m"})
    void aTimeThatIsLongerThanADayIsNamed(String time) {
        assertThatThrownBy(() -> read("a: " + time).fields("a").ms("a", 0))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("file:1")
                .hasMessageContaining(time)
                .hasMessageContaining("longer than a day");
    }

    @Test
    void aDayIsATime() throws Exception {
        assertThat(read("a: 1440m").fields("a").need("a").time()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void anAliasIsNamed() {
        String laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        assertThatThrownBy(() -> read(laughs))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("file:2")
                .hasMessageContaining("*a is an alias");
        assertThatThrownBy(() -> read("a: &a x\n*a : y\n")).hasMessageContaining("an alias is no name");
        assertThatThrownBy(() -> read("a: &a { b: c }\nd:\n  <<: *a\n")).hasMessageContaining("*a is an alias");
    }

    @Test
    void aSecondDocumentIsNamed() {
        assertThatThrownBy(() -> read("a: 1\n---\nb: 2\n"))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("file:3")
                .hasMessageContaining("a second document begins here");
    }

    @Test
    void oneDocumentMayBeginAndEndWithItsMarks() throws Exception {
        assertThat(read("\uFEFF---\na: 1\n...\n# the end\n")
                        .fields("a")
                        .need("a")
                        .number())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1.5e400"})
    void aNumberThatIsInfiniteIsNamed(String number) {
        assertThatThrownBy(() -> read("a: " + number).fields("a").need("a").number())
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("file:1");
    }

    @Test
    void depthAndLengthHaveAnEnd() {
        assertThatThrownBy(() -> read("a: " + "[".repeat(100_000))).isInstanceOf(InvalidSettingsException.class);
        assertThatThrownBy(() ->
                        read("a: " + "9".repeat(100_000)).fields("a").need("a").number())
                .isInstanceOf(InvalidSettingsException.class);
    }

    private static YamlNode read(String text) throws InvalidSettingsException {
        return YamlFile.read("file", text);
    }
}
