package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.scenario.Checked;
import dev.sidetone.simulator.scenario.PlayedCall;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTableTest {
    private static final int COLUMNS = 100;

    @Test
    void agentsOfOneScenarioStandBelowEachOtherAndWhatFailedFollows() {
        PlayedScenario other = new PlayedScenario(
                SampleRuns.scenario("books a table", SampleRuns.FILE),
                "practice",
                List.of(new PlayedCall(SampleRuns.answering(20, 505), List.of())),
                List.of(),
                Verdict.PASSED);

        String text = new RunTable(false).text(List.of(SampleRuns.passed(), other, SampleRuns.failed()), null);

        assertThat(text)
                .isEqualTo(
                        """

                        scenario                   against      verdict     TTFA p50     p95    n silence findings
                        yields to an interruption  practice     passed        720 ms       –    2   80 ms     none
                                                   fake-gemini  failed        720 ms       –    4   80 ms        1
                        books a table              practice     passed        520 ms  520 ms   20       –     none
                        all                                                   520 ms 1140 ms   26   80 ms
                        n: turns answered and judged · p95 from 20 of them on · silence: from a barge-in's onset, median
                        judged 29 of 30 turns · lateness p50 0.1 ms, p99 0.1 ms, at most 12.1 ms

                        failed  yields to an interruption · fake-gemini · call 2, step 4, as in 2 of 3 calls  scenarios/yields.yaml
                          want  hear: agent, within: 900ms
                          got   audible after 1140.0 ms, at 8.34 s

                        not judged  yields to an interruption · fake-gemini · call 3, step 6  scenarios/yields.yaml
                          want  expect: silence: 400ms
                          got   this machine was too busy to measure it, at 6.00 s

                        Findings
                          yields to an interruption · fake-gemini: warning 31951
                        """);
    }

    @Test
    void aLinkLeadsToTheMomentOnThePage() {
        String text = new RunTable(false).text(List.of(SampleRuns.failed()), "out/report.html");

        // Of the three calls only the second was recorded, and is the page's first.
        assertThat(text)
                .contains("  got   audible after 1140.0 ms, at 8.34 s\n  see   out/report.html#call=1&t=8.34\n");
    }

    @Test
    void noLineIsMuchWiderThanATerminal() {
        String text = new RunTable(false)
                .text(List.of(named("x".repeat(80)), SampleRuns.failed(), SampleRuns.notRun()), null);

        assertThat(text.lines().takeWhile(line -> !line.startsWith("failed")))
                .hasSize(9)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS));
    }

    private static PlayedScenario named(String name) {
        PlayedScenario sample = SampleRuns.passed();
        return new PlayedScenario(
                SampleRuns.scenario(name, SampleRuns.FILE), name, sample.calls(), List.of(), Verdict.PASSED);
    }

    @Test
    void verdictsAndFiguresHaveColoursUnlessNobodyWantsThem() {
        List<PlayedScenario> run = List.of(SampleRuns.passed(), SampleRuns.failed());

        assertThat(new RunTable(true).text(run, null))
                .contains("\u001b[32mpassed", "\u001b[1;31mfailed", "\u001b[32m  720 ms");
        assertThat(new RunTable(false).text(run, null)).doesNotContain("\u001b");
    }

    @Test
    void aRunThatFailsEverywhereIsCutAndSaysSo() {
        List<Checked> many = new ArrayList<>();
        for (int step = 1; step <= 45; step++) {
            many.add(new Checked(step, "hear: agent", "nothing was heard", null, false));
        }

        String text = new RunTable(false)
                .text(
                        List.of(SampleRuns.played(Verdict.FAILED, "practice", new PlayedCall(SampleRuns.demo(), many))),
                        null);

        assertThat(text).endsWith("\n5 more did not hold: --json and --junit have them all\n");
        assertThat(text.lines().filter(line -> line.startsWith("failed  "))).hasSize(40);
    }
}
