package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.findings.ConnectionCode;
import dev.sidetone.simulator.findings.StreamCode;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Spool;
import org.junit.jupiter.api.Test;

class FindingGroupTest {
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
    void whatDiffersInItsFiguresOnlyIsTheSame() {
        String report =
                told("The answer to turn 2 was heard after 1503 ms.", "The answer to turn 3 was heard after 1781 ms.");

        assertThat(report).contains("turn 2 was heard").contains("2 times").doesNotContain("turn 3");
    }

    @Test
    void twoThingsOfOneCodeAreBothSaid() {
        String report = told("It answered without a signature.", "It answered with a wrong signature.");

        assertThat(report)
                .contains("Findings  2")
                .contains("without a signature")
                .contains("with a wrong signature")
                .doesNotContain("times");
        assertThat(report.split("Cure: ", -1)).as("one cure for both").hasSize(2);
    }

    @Test
    void ofVeryManyThingsOfOneCodeTheRestIsCounted() {
        String report = told(
                "Field a.",
                "Field b.",
                "Field c.",
                "Field d.",
                "Field e.",
                "Field f.",
                "Field g.",
                "Field e.",
                "Field a.");

        assertThat(report)
                .contains("Field e.")
                .doesNotContain("Field f.")
                .contains("4 times, last at 00:01.8, 2 in other words: --json has them all")
                .contains("2 times, last at 00:01.9");
    }

    @Test
    void aServerThatIsWrongInEveryMessageDoesNotFillTheMemory() {
        assertThat(calledWith(5_000).findings()).hasSize(1_000);
    }

    private static String told(String... whats) {
        FakeCall call = FakeCall.into(new CallTimeline("test", Spool.NONE));
        for (int i = 0; i < whats.length; i++) {
            call.at(1_100 + i * 100).found(StreamCode.INVALID_MESSAGE.found(whats[i], "Cure."));
        }
        return new CallReport(false).text(call.hangsUpAt(3_000));
    }

    private static CallResult calledWith(int warnings) {
        FakeCall call = FakeCall.into(new CallTimeline("test", Spool.NONE));
        for (int i = 0; i < warnings; i++) {
            call.at(1_000 + i * 100)
                    .found(StreamCode.INVALID_MESSAGE.found("What.", "Cure.").inMessage(i + 1));
        }
        call.at(1_000).found(ConnectionCode.LOST.found("Lost.", "Cure."));
        return call.hangsUpAt(1_100 + warnings * 100.0);
    }
}
