package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code sidetone run} refuses before any call. */
class RunCommandTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void scenario() throws IOException {
        Files.writeString(folder.resolve("call.yaml"), "steps:\n  - hear: agent\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            nowhere.yaml                          | there is no file
            call.yaml --repeat 0                  | --repeat 0 is out of range: 1 to 10000
            call.yaml --repeat 2000000000         | --repeat 2000000000 is out of range: 1 to 10000
            call.yaml --jobs 201                  | --jobs 201 is out of range: 1 to 200
            call.yaml --jobs 2 --rest-port 4010   | --rest-port is for one call at a time
            call.yaml --baseline-bounds 20        | write a percentage and a time, as in 20%,50ms
            call.yaml --baseline call.yaml        | it is no JSON
            call.yaml --junit nowhere/junit.xml   | there is no folder
            call.yaml --agent openai              | set OPENAI_API_KEY
            call.yaml --agent practise            | no agent practise
            call.yaml --agent fake-omni --to http://localhost:1/voice | leave one of them out
            """)
    void whatCannotBeIsRefusedBeforeAnyCall(String arguments, String why) {
        assertThat(run(arguments)).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(text()).contains(why).doesNotContain("begins");
    }

    @Test
    void aFolderWithoutAScenarioSaysWhatWasLookedFor() throws IOException {
        Files.delete(folder.resolve("call.yaml"));
        assertThat(run(".")).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(text()).contains("no file that ends in .yaml or .yml");
    }

    @Test
    void aMistakeInAScenarioNamesFileAndLine() throws IOException {
        Files.writeString(folder.resolve("call.yaml"), "steps:\n  - hear: agnet\n");
        assertThat(run("call.yaml")).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(text()).contains("call.yaml", "2").contains("agent");
    }

    /** Names of files in {@code arguments} are of the test's folder. */
    private int run(String arguments) {
        String[] words = arguments.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            boolean file = words[i].endsWith(".yaml") || words[i].endsWith(".xml") || words[i].equals(".");
            words[i] = file ? folder.resolve(words[i]).toString() : words[i];
        }
        String[] whole = new String[words.length + 1];
        whole[0] = "run";
        System.arraycopy(words, 0, whole, 1, words.length);
        PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
        return Sidetone.run(new HostProcess(Map.of(), folder, print, print, new NeverStopped()), whole);
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static final class NeverStopped implements StopSignalSource {
        @Override
        public void forward(Runnable onSignal) {}

        @Override
        public void finished() {}
    }
}
