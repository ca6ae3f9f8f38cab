package dev.sidetone.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FigureTimeline;
import dev.sidetone.simulator.timeline.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallCourseTest {
    private static final Fact STREAM = new Fact.StreamStarted(1, "MZ1");
    private static final Fact SAID_ALL = new Fact.CallerSaidAll(2);

    private final CallCourse course = new CallCourse(new LoadMeter(0));

    @ParameterizedTest
    @CsvSource({
        "CALLER, false, DONE",
        "CALLER, true, DONE",
        "AGENT, false, DONE",
        "SERVER, true, DONE",
        "SERVER, false, DROPPED",
        "REST, false, DROPPED",
        "FAULT, true, DROPPED",
        "TIMEOUT, true, DROPPED"
    })
    void anAnsweredCallIsDroppedWhenItBreaksOff(EndedBy by, boolean saidAll, CallFate fate) {
        course.folded(STREAM);
        if (saidAll) {
            course.folded(SAID_ALL);
        }
        course.folded(new Fact.CallEnded(3, by, ""));
        assertThat(course.fate(false)).isEqualTo(fate);
    }

    @Test
    void aCallWithoutATwoWayStreamHasFailedWhoeverEndedIt() {
        course.folded(new Fact.CallAnswered(1));
        course.folded(new Fact.CallEnded(3, EndedBy.CALLER, ""));
        assertThat(course.fate(false)).isEqualTo(CallFate.FAILED);
    }

    @Test
    void whatTheLoadItselfEndedSaysNothingOfTheServer() {
        course.folded(new Fact.CallEnded(3, EndedBy.CALLER, "interrupted"));
        assertThat(course.fate(true)).isEqualTo(CallFate.CUT);
    }

    @Test
    void theSecondsOfAStandstillAreWithheld() {
        LoadMeter meter = new LoadMeter(0);
        CallCourse suspended = new CallCourse(meter);
        suspended.folded(STREAM);
        suspended.folded(new Fact.Found(5_100_000_000L, "suspended", Severity.ERROR, "", "", null, false));
        meter.placed(7_000_000_000L);
        assertThat(meter.result(7_500_000_000L, null, null).seconds())
                .filteredOn(LoadResult.Second::withheld)
                .extracting(LoadResult.Second::atS)
                .contains(4, 5)
                .doesNotContain(6, 7);
    }

    @Test
    void aStandstillOfThisMachineAndAnInjectedLossAreNotTheServers() {
        course.folded(STREAM);
        course.folded(new Fact.Found(2, "suspended", Severity.ERROR, "", "", null, false));
        course.folded(new Fact.CallEnded(3, EndedBy.TIMEOUT, ""));
        assertThat(course.fate(false)).isEqualTo(CallFate.CUT);

        CallCourse dropped = new CallCourse(new LoadMeter(0));
        dropped.folded(STREAM);
        dropped.folded(new Fact.FaultBegan(2, "drop"));
        dropped.folded(new Fact.CallEnded(3, EndedBy.FAULT, ""));
        assertThat(dropped.fate(false)).isEqualTo(CallFate.CUT);
    }

    @Test
    void aCallWithoutAnErrorFailedForTheReasonOfItsEnd() {
        course.folded(new Fact.CallEnded(3, EndedBy.SERVER, "<Reject reason=\"busy\">"));
        assertThat(course.failure(new FigureTimeline("0", course).close()).what())
                .isEqualTo("The call was ended by the server without a two-way stream: <Reject reason=\"busy\">.");
    }
}
