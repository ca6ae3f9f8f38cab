package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.scenario.Checked;
import dev.sidetone.simulator.scenario.PlayedCall;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubReportsTest {
    private static final int MANY = 12;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void annotationsAreForStepsOfGitHubAlone() {
        assertThat(GitHubAnnotations.areWanted(Map.of("GITHUB_ACTIONS", "true")))
                .isTrue();
        assertThat(GitHubAnnotations.areWanted(Map.of("CI", "true"))).isFalse();
        assertThat(annotations(List.of(SampleRuns.passed()))).isEmpty();
    }

    @Test
    void aFailedExpectationIsAnErrorAtItsLineOfTheFile() throws IOException {
        Path file = Files.createDirectories(folder.resolve("voice/scenarios")).resolve("a, b.yaml");
        Files.writeString(
                file, "steps:\n- hear: agent\n- hear: silence\n- say: hi\n- { hear: agent, within: 900ms }\n");
        PlayedScenario played = new PlayedScenario(
                SampleRuns.scenario("100 % on time", Path.of("scenarios/a, b.yaml")),
                "practice",
                List.of(new PlayedCall(SampleRuns.demo(), List.of(SampleRuns.HELD, SampleRuns.LATE))),
                List.of(),
                Verdict.FAILED);

        String lines = GitHubAnnotations.of(
                List.of(played), Map.of("GITHUB_WORKSPACE", folder.toString()), folder.resolve("voice"));

        assertThat(lines)
                .isEqualTo(
                        "::error file=voice/scenarios/a%2C b.yaml,title=100 %25 on time · practice%2C call 1%2C step 4::"
                                + "want: hear: agent, within: 900ms%0Agot: audible after 1140.0 ms, at 8.34 s\n");
    }

    @Test
    void theLineOfAStepIsKnownWhereTheFileIs() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.yaml"),
                "steps:\n- hear: agent\n- hear: silence\n- say: hi\n- hear: agent\nexpect: {}\n");
        Checked whole = new Checked(null, "findings: none", "warning 31951", null, false);
        PlayedScenario played = new PlayedScenario(
                SampleRuns.scenario("a", file),
                "practice",
                List.of(new PlayedCall(SampleRuns.demo(), List.of(SampleRuns.LATE))),
                List.of(whole),
                Verdict.FAILED);

        assertThat(annotations(List.of(played)).lines())
                .anyMatch(line -> line.contains("/a.yaml,line=5,"))
                .anyMatch(line -> line.contains("/a.yaml,line=6,"));
    }

    @Test
    void noMoreErrorsAreWrittenThanGitHubShows() {
        List<Checked> late = late(MANY);
        PlayedScenario played = SampleRuns.played(Verdict.FAILED, "practice", new PlayedCall(SampleRuns.demo(), late));

        assertThat(annotations(List.of(played)).lines())
                .hasSize(10)
                .last()
                .isEqualTo("::error title=Sidetone::3 more expectations failed: the step's summary has them");
    }

    @Test
    void whatWasNotRunIsAWarning() {
        assertThat(annotations(List.of(SampleRuns.notRun())))
                .isEqualTo(
                        "::warning file=scenarios/yields.yaml,title=yields to an interruption · http%3A//localhost%3A3000/voice::"
                                + "not run: the run was cancelled before\n");
    }

    @Test
    void theSummaryReadsAsAPage() {
        String page = StepSummary.of(List.of(SampleRuns.passed(), SampleRuns.failed()), 1 << 20);

        assertThat(page)
                .startsWith("## Sidetone: 1 of 2 passed, 1 failed\n")
                .contains(
                        "\n| yields to an interruption | practice | passed | 720 ms | – | 2 | 2 of 2 | 80 ms | none |\n",
                        "### Failed expectations\n\n- **yields to an interruption · fake-gemini**, call 2, step 4,"
                                + " as in 2 of 3 calls (scenarios/yields.yaml)\n  - want: hear: agent, within: 900ms\n"
                                + "  - got: audible after 1140.0 ms, at 8.34 s\n"
                                + "  - recording: calls/2026-01-31T12-00-00Z-CA1\n",
                        "### Not judged\n",
                        "- **warning 31951** in yields to an interruption · fake-gemini at 00:04.9, message 12\n",
                        "  - Cure: Send only media, mark and clear on a bidirectional stream.\n",
                        "- **yields to an interruption · practice**: 720.0 ms (call 1, turn 1, 00:04.2), 1140.0 ms (call 1, turn 2,");
    }

    @Test
    void whatOthersWroteIsNeitherMarkupNorALinkToAPerson() {
        String hostile = "`a` | <img src=x> **b** [c](http://d) @everyone fixes #12\n# e";
        Checked checked = new Checked(2, "want", hostile, null, false);
        PlayedScenario played = new PlayedScenario(
                SampleRuns.scenario(hostile, SampleRuns.FILE),
                "practice",
                List.of(new PlayedCall(SampleRuns.demo(), List.of(checked))),
                List.of(),
                Verdict.FAILED);

        String page = StepSummary.of(List.of(played), 1 << 20);

        String row = page.lines()
                .filter(line -> line.startsWith("| \\`a"))
                .findFirst()
                .orElseThrow();
        assertThat(row.replaceAll("\\\\.", "")
                        .chars()
                        .filter(sign -> sign == '|')
                        .count())
                .isEqualTo(10);
        assertThat(page.replace("<!-- -->", "").replaceAll("\\\\.", "")).doesNotContain("<", "`", "[");
        assertThat(page).contains("@<!-- -->everyone", "#<!-- -->12").doesNotContain("\n# e");
    }

    @Test
    void aSummaryKeepsWithinWhatGitHubTakes() {
        List<Checked> late = late(20_000);
        PlayedScenario played = SampleRuns.played(Verdict.FAILED, "practice", new PlayedCall(SampleRuns.demo(), late));

        String page = StepSummary.of(List.of(played), 1 << 20);

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isBetween((1 << 20) - 1_000, 1 << 20);
        assertThat(page).endsWith("has no room here: `--json` and `--junit` have all of it._\n");
        assertThat(StepSummary.of(List.of(played), 10)).isEmpty();
    }

    @Test
    void theSummaryIsAppendedToTheStepsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("summary.md"), "before\n");

        StepSummary.append(List.of(SampleRuns.passed()), Map.of("GITHUB_STEP_SUMMARY", file.toString()));
        StepSummary.append(List.of(SampleRuns.passed()), Map.of());

        assertThat(Files.readString(file)).startsWith("before\n## Sidetone: 1 of 1 passed\n");
    }

    @Test
    void aSummaryThatCannotBeWrittenIsOneClearLine() {
        assertThatThrownBy(() -> StepSummary.append(List.of(), Map.of("GITHUB_STEP_SUMMARY", folder.toString())))
                .isInstanceOf(IOException.class)
                .hasMessage("the summary cannot be written to GITHUB_STEP_SUMMARY, " + folder + ": it is no file");
    }

    private static List<Checked> late(int steps) {
        return IntStream.rangeClosed(1, steps)
                .mapToObj(step -> new Checked(step, "hear: agent", "nothing was heard", null, false))
                .toList();
    }

    private String annotations(List<PlayedScenario> run) {
        return GitHubAnnotations.of(run, Map.of(), folder);
    }
}
