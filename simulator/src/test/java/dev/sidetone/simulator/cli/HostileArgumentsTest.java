package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.text.ForeignText;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values on the command line that no person types: what is printed about them is printed safely, with {@code --debug} too. */
class HostileArgumentsTest {
    private static final String HOSTILE = "\u001b[2J\u202e\nFindings  none\u0007hostile-secret-value";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"--fault", "--to", "--caller", "--duration", "--agent", "--nonsense"})
    void aStackTraceShowsNoSecretAndObeysNobody(String option) {
        ForeignText.hide("hostile-secret-value");

        assertThat(run("call", "--debug", option, HOSTILE)).isEqualTo(2);

        String shown = err.toString(StandardCharsets.UTF_8);
        assertThat(shown).contains("\tat ").doesNotContain("\u001b", "\u202e", "\u0007", "hostile-secret-value");
        assertThat(shown.lines()).noneMatch(line -> line.startsWith("Findings  none"));
    }

    @Test
    void anUncaughtExceptionIsShownInTheSameWay() {
        ForeignText.hide("hostile-secret-value");
        OutOfMemoryExit exit = new OutOfMemoryExit(err, code -> {});

        exit.uncaughtException(Thread.currentThread(), new IllegalStateException(HOSTILE, new Exception(HOSTILE)));

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Exception in thread", "Caused by: java.lang.Exception", "\tat ")
                .doesNotContain("\u001b", "hostile-secret-value", "\nFindings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--record", "--ca", "--agent-config", "--script", "--caller"})
    void aNameThatNoFileCanHaveIsAWrongSetting(String option) {
        assertThat(run("call", option, "nul\u0000name.wav")).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("cannot be the name of a file here")
                .doesNotContain("Exception", "java.nio");
    }

    private int run(String... arguments) {
        HostProcess process = new HostProcess(Map.of(), folder, stream(out), stream(err), new ProcessSignals());
        return Sidetone.run(process, List.of(arguments).toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
