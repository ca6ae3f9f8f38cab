package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.report.Baseline.Bounds;
import dev.sidetone.simulator.scenario.Checked;
import dev.sidetone.simulator.scenario.PlayedCall;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Verdict;
import dev.sidetone.simulator.timeline.CallResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "500, 520, true", // the same
        "500, 590, true", // beyond 50 ms, within 20 %
        "100, 140, true", // beyond 20 %, within 50 ms
        "500, 700, false", // beyond both
        "900, 300, true" // faster
    })
    void aRunIsWorseOnlyBeyondBothBounds(double before, double now, boolean holds) throws Exception {
        List<Checked> rows = baseline(SampleRuns.answering(5, before)).compare(played(SampleRuns.answering(5, now)));

        assertThat(rows.get(0).want()).startsWith("baseline: TTFA p50 at most ");
        assertThat(rows.get(0).held()).isEqualTo(holds);
    }

    @Test
    void aRowSaysWhatWasBeforeWhatIsNowAndOfHowManyTurns() throws Exception {
        List<Checked> rows = baseline(SampleRuns.answering(20, 500)).compare(played(SampleRuns.answering(20, 700)));

        assertThat(rows)
                .extracting(Checked::want, Checked::got, Checked::held)
                .containsExactly(
                        tuple(
                                "baseline: TTFA p50 at most 600 ms, which is 500 ms (n=20) and the larger of 20 % and 50 ms",
                                "700 ms (n=20), 200 ms (40 %) slower", false),
                        tuple(
                                "baseline: TTFA p95 at most 600 ms, which is 500 ms (n=20) and the larger of 20 % and 50 ms",
                                "700 ms (n=20), 200 ms (40 %) slower", false));
    }

    @Test
    void fewerThanFiveTurnsAreNotCompared() throws Exception {
        List<Checked> rows = baseline(SampleRuns.answering(4, 500)).compare(played(SampleRuns.answering(30, 900)));

        assertThat(rows)
                .extracting(Checked::got)
                .containsExactly("not compared: n=4 before and n=30 now, and 5 are needed");
        assertThat(rows).extracting(Checked::held).containsOnlyNulls();
    }

    @Test
    void aScenarioThatTheBaselineDoesNotHaveIsNotCompared() throws Exception {
        PlayedScenario other = SampleRuns.played(
                Verdict.PASSED, "fake-gemini", new PlayedCall(SampleRuns.answering(5, 500), List.of()));

        assertThat(baseline(SampleRuns.answering(5, 500)).compare(other))
                .singleElement()
                .satisfies(row -> assertThat(row.held()).isNull())
                .extracting(Checked::got)
                .isEqualTo("not compared: the baseline has no scenario of this name against fake-gemini");
    }

    @Test
    void theTimeToSilenceIsComparedWhereThereWereBargeIns() throws Exception {
        CallResult demo = SampleRuns.demo();
        PlayedCall call = new PlayedCall(demo, List.of());
        PlayedScenario five = SampleRuns.played(Verdict.PASSED, "practice", call, call, call, call, call);

        assertThat(baseline(five).compare(five))
                .filteredOn(row -> row.want().contains("time to silence"))
                .singleElement()
                .satisfies(row -> assertThat(row.held()).isTrue())
                .extracting(Checked::got)
                .isEqualTo("80 ms (n=5), as before");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json | it is no JSON; name a file that run --json wrote",
                "'' | it is no result of a run: it has no scenarios; name a file that run --json wrote",
                "[] | it is no result of a run: it has no scenarios; name a file that run --json wrote",
                "{\"scenarios\":[{\"name\":\"a.wav\"}]} | it is no result of a run: a scenario in it has no name, or not what it was"
                        + " played against; name a file that run --json wrote",
                "{\"scenarios\":[{\"name\":\"a\",\"against\":\"b\",\"calls\":[{}]}]} | ",
            })
    void anotherFileIsOneClearLine(String content, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("before.json"), content);

        assertThatThrownBy(() -> Baseline.read(file, Bounds.USUAL))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("--baseline " + file + ": " + (problem == null ? "" : problem))
                .hasMessageEndingWith("name a file that run --json wrote");
    }

    @Test
    void aFileThatIsNotThereOrNoneIsOneClearLine() {
        Path missing = folder.resolve("missing.json");

        assertThatThrownBy(() -> Baseline.read(missing, Bounds.USUAL))
                .hasMessage("--baseline " + missing + ": there is no such file: run once with --json to make one");
        assertThatThrownBy(() -> Baseline.read(folder, Bounds.USUAL))
                .hasMessageStartingWith("--baseline " + folder + ": it is no regular file");
    }

    private Baseline baseline(CallResult call) throws Exception {
        return baseline(played(call));
    }

    private Baseline baseline(PlayedScenario before) throws Exception {
        String json = RunJson.write(Verdict.PASSED, List.of(JudgedCalls.of(before)));
        return Baseline.read(Files.writeString(folder.resolve("before.json"), json), Bounds.USUAL);
    }

    private static PlayedScenario played(CallResult call) {
        return SampleRuns.played(Verdict.PASSED, "practice", new PlayedCall(call, List.of()));
    }
}
