package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person who asks the doctor reads before anything is connected. */
class DoctorCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRealServiceWithoutItsKeyNamesTheVariable() {
        assertThat(run("--agent", "openai")).isEqualTo(2);
        assertThat(text(err))
                .isEqualTo("sidetone: --agent openai needs a key: set OPENAI_API_KEY in the environment or"
                        + " in .env\n");
    }

    @Test
    void anUnknownAgentIsToldWhichThereAre() {
        assertThat(run("--agent", "hal")).isEqualTo(2);
        assertThat(text(err)).contains("no agent hal; there are: practice, fake-openai");
    }

    @Test
    void anAddressWithoutAnAgentIsNotTakenForThePracticeAgents() {
        assertThat(run("--agent-url", "ws://localhost:9/x")).isEqualTo(2);
        assertThat(text(err)).contains("--agent-url is for a real agent");
    }

    @Test
    void aFileOfSettingsThatIsNotThereIsNamed() {
        assertThat(run("--agent", "fake-openai", "--agent-config", "missing.yaml"))
                .isEqualTo(2);
        assertThat(text(err)).contains("--agent-config").contains("missing.yaml");
    }

    @Test
    void jsonOfNothingIsWrongUsage() {
        assertThat(run("--json", "-")).isEqualTo(2);
        assertThat(text(err)).contains("--json goes with --calibrate or --agent");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedBeforeTheVisit() {
        assertThat(run("--agent", "practice", "--json", "no/such/folder/x.json"))
                .isEqualTo(2);
        assertThat(text(err)).contains("there is no folder").doesNotContain("connecting");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "doctor";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Sidetone.run(new HostProcess(Map.of(), folder, stream(out), stream(err), new ProcessSignals()), all);
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
