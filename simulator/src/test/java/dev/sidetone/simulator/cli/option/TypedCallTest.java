package dev.sidetone.simulator.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.rig.CallDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedCallTest {
    private final TypedCall typed = new TypedCall();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--as=ftp://x | --as | 'ftp://x' is no public origin",
                "--stream-origin=somewhere | --stream-origin | 'somewhere' is no stream origin",
                "--duration=30 | --duration | '30' is not a time",
                "--fault=jiter=20ms | --fault | 'jiter' is no fault: is jitter meant?",
                "--fault=stall=2s@ | --fault | 'stall=2s@' does not say when",
                "--seed=x | --seed | 'x' is not a long",
                "--param=abc | --param | ",
                "--fallback=here | --fallback | 'here' is no webhook's URL",
                "--as=https://voice.example.com | --as | --as needs --to",
            })
    void aMistakeNamesItsOptionInTheCommandsWordsAlone(String argument, String option, String words) {
        TypedCall.Mistake mistake = typed.mistake(List.of(argument)).orElseThrow();

        assertThat(mistake.option()).isEqualTo(option);
        assertThat(mistake.message()).startsWith(words == null ? "" : words).doesNotContain("Invalid value");
    }

    @Test
    void twoThatExcludeEachOtherAreAMistakeOfTheFirst() {
        assertThat(typed.mistake(List.of("--lenient", "--strict-protocol"))
                        .orElseThrow()
                        .option())
                .isEqualTo("--lenient");
    }

    @Test
    void whatBeginsLikeAnOptionOrAFileOfArgumentsIsAValue() throws Exception {
        Settings none = Settings.read(Path.of("none-here"), Map.of());
        CallDescription call = typed.describe(
                        List.of("--from=@etc/passwd", "--number=--to", "--param=a=b=c", "--caller=--x.wav"), none)
                .build();

        assertThat(call.from()).isEqualTo("@etc/passwd");
        assertThat(call.number()).isEqualTo("--to");
        assertThat(call.parameters()).containsExactly(Map.entry("a", "b=c"));
        assertThat(call.caller().who()).containsExactly("--x.wav");
    }

    @Test
    void oneCallLeavesNothingBehindForTheNext() throws Exception {
        assertThat(typed.mistake(List.of("--as=https://a.example", "--to=http://localhost/")))
                .isEmpty();
        Settings none = Settings.read(Path.of("none-here"), Map.of());
        assertThat(typed.describe(List.of(), none).build().server().as()).isNull();
    }

    @Test
    void aFileThatIsNotThereIsAMistakeOnlyOnceItIsRead() throws Exception {
        Settings none = Settings.read(Path.of("none-here"), Map.of());
        List<String> script = List.of("--script=/none/here.yaml");

        assertThat(typed.mistake(script)).isEmpty();
        assertThatThrownBy(() -> typed.describe(script, none))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("/none/here.yaml");
    }
}
