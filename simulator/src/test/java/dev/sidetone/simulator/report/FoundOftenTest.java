package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Finding;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import org.junit.jupiter.api.Test;

class FoundOftenTest {
    @Test
    void whatIsFoundAgainAndAgainIsOneLineWithACount() {
        String report = new CallReport(false).text(calledWith(12));

        assertThat(report)
                .contains("Findings  13")
                .contains("warning 31951 at 00:01.0, message 1 · 12 times, last at 00:02.1");
        assertThat(report.split("warning 31951", -1)).hasSize(2);
        assertThat(report).contains("error 31903");
    }

    @Test
    void whatIsFoundOnceHasNoCount() {
        assertThat(new CallReport(false).text(calledWith(1))).contains("warning 31951 at 00:01.0, message 1\n");
    }

    @Test
    void aServerThatIsWrongInEveryMessageDoesNotFillTheMemory() {
        assertThat(calledWith(5_000).findings()).hasSize(1_000);
    }

    private static CallResult calledWith(int warnings) {
        FakeCall call = FakeCall.into(new CallTimeline("test", Spool.NONE));
        for (int i = 0; i < warnings; i++) {
            call.at(1_000 + i * 100).found(new Finding("31951", Severity.WARNING, "What.", "Cure.", i + 1L));
        }
        call.at(1_000).found(new Finding("31903", Severity.ERROR, "Lost.", "Cure.", null));
        return call.hangsUpAt(1_100 + warnings * 100.0);
    }
}
