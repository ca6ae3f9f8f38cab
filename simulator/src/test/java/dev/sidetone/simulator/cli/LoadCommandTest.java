package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code sidetone load} refuses before any call. */
class LoadCommandTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            --calls 0                                   | --calls 0 is out of range: 1 to 100000
            --calls -5                                  | --calls -5 is out of range
            --calls 2000000000                          | --calls 2000000000 is out of range
            --calls many                                | --calls
            --ramp 0                                    | --ramp 0.0 is out of range: more than 0
            --ramp -1                                   | out of range
            --ramp NaN                                  | out of range
            --ramp 1e9                                  | out of range
            --for 0s                                    | --for 0ms measures nothing
            --for 0                                     | '0' is not a time
            --for 5                                     | as in 700ms, 30s or 5m
            --for 100h                                  | is not a time
            --ttfa-limit 800ms                          | --ttfa-limit is for --find-capacity
            --record-every 10                           | --record and --record-every stand together
            --record calls                              | --record and --record-every stand together
            --record calls --record-every 0             | --record-every 0 is out of range
            --caller mic                                | --caller mic is one person
            --caller a.wav call.yaml                    | a.wav
            call.yaml --caller a.wav                    | both say who speaks
            nowhere.yaml                                | there is no file
            --html nowhere/load.html                    | there is no folder
            --json nowhere/load.json                    | there is no folder
            --agent practise                            | no agent practise
            --agent openai                              | set OPENAI_API_KEY
            --agent fake-omni --agent fake-openai       | one server with one agent
            --to http://a.example/voice --calls 5       | load only a server of yours, and say so with --i-own-this-server
            --to http://a.example/voice --i-own-this-server | say with --calls how many
            --to http://10.0.0.7/voice                  | 10.0.0.7 is not this machine
            --to http://localhost:1/voice --fallback http://a.example/voice | a.example is not this machine
            --to http://localhost:1/voice --stream-origin ws://a.example | a.example is not this machine
            --status-callback http://a.example/status   | a.example is not this machine
            --to http://localhost:1/voice --to http://localhost:2/voice | one server with one agent
            """)
    void whatCannotBeIsRefusedBeforeAnyCall(String arguments, String why) throws IOException {
        Files.writeString(folder.resolve("call.yaml"), "steps:\n  - hear: agent\n");
        assertThat(run(arguments)).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(text()).contains(why).doesNotContain("load 00:00").doesNotContain("\tat ");
        assertThat(text().lines().count()).isLessThanOrEqualTo(2);
    }

    @Test
    void aRealServiceThatBillsEveryCallNeedsTheirNumber() {
        assertThat(run("--agent openai", Map.of("OPENAI_API_KEY", "sk-none"))).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(text()).contains("bills every call: say how many with --calls");
    }

    @Test
    void aHostThatDoesNotExistIsLookedUpOnce() {
        assertThat(run("--to http://nobody.invalid/voice --i-own-this-server --calls 5"))
                .isEqualTo(ExitCode.COULD_NOT_RUN.number());
        assertThat(text()).contains("there is no host nobody.invalid: look at --to");
    }

    private int run(String arguments) {
        return run(arguments, Map.of());
    }

    private int run(String arguments, Map<String, String> environment) {
        String inFolder = arguments
                .replaceAll("(?<= |^)([\\w-]+(?:/[\\w-]+)?\\.(?:yaml|html|json|wav))", folder + "/$1")
                .replace("--record calls", "--record " + folder.resolve("calls"));
        PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
        HostProcess process = new HostProcess(environment, folder, to, to, new Unsignalled());
        return Sidetone.run(process, ("load " + inFolder).split(" "));
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static final class Unsignalled implements StopSignalSource {
        @Override
        public void forward(Runnable onSignal) {}

        @Override
        public void finished() {}
    }
}
