package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.report.SideBySide.Cell;
import dev.sidetone.simulator.report.SideBySide.Row;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.FakeCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    @Test
    void eachCallHasAColumnAndTheLowestTimeIsTheBest() {
        SideBySide table = SideBySide.of(List.of(answeredAfter(900), answeredAfter(600), answeredAfter(600)));

        assertThat(table.rows())
                .contains(
                        new Row(
                                "TTFA p50",
                                List.of(
                                        new Cell("900 ms", QualityBand.AMBER, false),
                                        new Cell("600 ms", QualityBand.GREEN, true),
                                        new Cell("600 ms", QualityBand.GREEN, true))),
                        new Row(
                                "Turns judged",
                                List.of(
                                        new Cell("1 / 1", null, false),
                                        new Cell("1 / 1", null, false),
                                        new Cell("1 / 1", null, false))));
    }

    @Test
    void whatNoCallHasIsLeftOutAndWhatAllHaveAlikeIsNobodysBest() {
        SideBySide table = SideBySide.of(List.of(answeredAfter(600), answeredAfter(600)));

        assertThat(table.rows()).extracting(Row::figure).doesNotContain("TTFA p95", "Barge-in to silence");
        assertThat(table.rows()).flatExtracting(Row::cells).noneMatch(Cell::best);
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
