package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run with the practice agent, and everything that it leaves behind for CI. */
@Tag("real-time")
class RunCommandIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRunLeavesBehindWhatCiReadsAndNamesNoFolderThatIsGone() throws Exception {
        Path scenario = Files.writeString(
                folder.resolve("a.yaml"),
                "steps:\n  - hear: agent\n  - press: \"5\"\n  - expect: { finding: 31951 }\n  - hang-up: true\n");
        Path summary = folder.resolve("summary.md");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream progress = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Map<String, String> github = Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_WORKSPACE", folder.toString(),
                "GITHUB_STEP_SUMMARY", summary.toString());

        int code = Sidetone.run(
                new HostProcess(github, folder, results, progress, new NoSignals()),
                "run",
                scenario.toString(),
                "--junit",
                folder.resolve("junit.xml").toString(),
                "--html",
                folder.resolve("report.html").toString(),
                "--json",
                folder.resolve("run.json").toString());

        assertThat(code).isEqualTo(ExitCode.FOUND.number());
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "::error file=a.yaml,line=4,title=a · practice%2C call 1%2C step 3::want: finding: 31951%0Agot: ")
                .contains("report.html#call=1\n");
        assertThat(Files.readString(folder.resolve("junit.xml")))
                .contains("report.html#call=1", "name=\"call 1, step 3: finding: 31951\"")
                .doesNotContain("recording: ");
        assertThat(Files.readString(summary)).contains("1 failed", "### Failed expectations");
        assertThat(Files.readString(folder.resolve("report.html"))).contains("</html>");
        JsonNode kept = new ObjectMapper()
                .readTree(Files.readString(folder.resolve("run.json")))
                .at("/scenarios/0/calls/0/recording");
        assertThat(kept.get("kept").asBoolean()).isFalse();
        assertThat(kept.get("folder").isNull()).isTrue();
    }

    private static final class NoSignals implements StopSignalSource {
        @Override
        public void forward(Runnable onSignal) {}

        @Override
        public void finished() {}
    }
}
