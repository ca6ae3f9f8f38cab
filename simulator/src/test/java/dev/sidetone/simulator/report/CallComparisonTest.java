package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.report.CallComparison.Row;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Spool;
import org.junit.jupiter.api.Test;

class CallComparisonTest {
    @Test
    void eachFigureHasBothValuesAndItsChange() {
        CallComparison both = CallComparison.of(answeredAfter(900), answeredAfter(600));

        assertThat(both.rows())
                .contains(
                        new Row("turns judged", "1 / 1", "1 / 1", "", null),
                        new Row("TTFA p50", "900 ms", "600 ms", "−300 ms", true),
                        new Row("turn 1 TTFA", "900.0 ms", "600.0 ms", "−300.0 ms", true),
                        new Row("greeting", "80.0 ms", "80.0 ms", "=", null));
        assertThat(both.rows()).extracting(Row::figure).doesNotContain("TTFA p95");
    }

    @Test
    void aTickMoreIsNeitherBetterNorWorse() {
        assertThat(CallComparison.of(answeredAfter(600), answeredAfter(620)).rows())
                .contains(new Row("turn 1 TTFA", "600.0 ms", "620.0 ms", "+20.0 ms", null));
    }

    @Test
    void findingsThatCameAndWentAreNamed() {
        CallResult troubled = SampleCalls.troubled(new CallTimeline("0.1.0", Spool.NONE, Checks.forOneCall()))
                .hangsUpAt(16_000);

        assertThat(CallComparison.of(answeredAfter(600), troubled).text(false))
                .containsPattern("findings +0 +\\d")
                .containsPattern("found now only +31951, no-clear-on-barge-in")
                .containsPattern("turn 1 TTFA \\* +600\\.0 ms")
                .contains("* not judged in both");
        assertThat(CallComparison.of(troubled, answeredAfter(600)).text(false)).contains("found before only");
    }

    private static CallResult answeredAfter(int ms) {
        return FakeCall.placed()
                .at(80)
                .agentSends(800)
                .at(2000)
                .callerSpeaks(1000)
                .at(3000 + ms - 15)
                .agentSends(900)
                .hangsUpAt(6000);
    }
}
