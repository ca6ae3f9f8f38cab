package dev.sidetone.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.load.CallFate;
import dev.sidetone.simulator.load.LoadResult.Failure;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallSamplesTest {
    private static final CallResult.Parts PARTS = new CallResult.Parts(null, null, null, null, null, null);

    private boolean stoodStill;
    private CallFate fate = CallFate.DONE;
    private @Nullable Failure failure;
    private Double latenessP99Ms = 0.9;
    private List<Turn> turns = List.of();
    private List<BargeIn> bargeIns = List.of();

    @Test
    void timesAreThoseOfTheCallWhereTheyWere() {
        turns = List.of(turn(4200, 705.4, true));
        bargeIns = List.of(new BargeIn(6000, 82.0, 97.6, 1000.0, true));

        SampleResult call = sample();

        assertThat(call.getConnectTime()).isEqualTo(15);
        assertThat(call.getLatency()).isEqualTo(601);
        assertThat(call.isSuccessful()).isTrue();
        assertThat(subs(call))
                .containsExactly(
                        Tuple.tuple("Talk: TTFA", 4700L, 705L, true),
                        Tuple.tuple("Talk: time to silence", 6500L, 98L, true),
                        Tuple.tuple("Talk: lateness", 500L, 1L, true));
    }

    @Test
    void nothingOfACallCountsInWhichThisMachineWasLate() {
        latenessP99Ms = 5.1;
        fate = CallFate.FAILED;
        failure = new Failure("11205", "Nobody is there.", "Start it.", 1);
        turns = List.of(turn(4200, 705.4, true));

        SampleResult call = sample();

        assertThat(call.getSampleLabel()).isEqualTo("Talk (not counted)");
        assertThat(call.getResponseCode()).isEqualTo("generator-late");
        assertThat(call.isSuccessful()).as("it says nothing of the server").isTrue();
        assertThat(subs(call))
                .containsExactly(
                        Tuple.tuple("Talk: TTFA (not counted)", 4700L, 705L, true),
                        Tuple.tuple("Talk: lateness", 500L, 5L, false));
        assertThat(call.getSubResults()[1].getResponseMessage())
                .isEqualTo(
                        "This machine wrote frames late: p99 5.1 ms. Have fewer threads on it, or nothing else; the call"
                                + " does not count.");
    }

    @Test
    void aMachineThatStoodStillWasLateHoweverItsFramesWere() {
        stoodStill = true;
        assertThat(sample().getSampleLabel()).isEqualTo("Talk (not counted)");
    }

    @Test
    void aTurnThatIsNotJudgedIsNotCounted() {
        turns = List.of(turn(1000, 600.0, true), turn(4200, 705.4, false));
        assertThat(sample().getSubResults())
                .extracting(SampleResult::getSampleLabel)
                .containsExactly("Talk: TTFA", "Talk: TTFA (not counted)", "Talk: lateness");
    }

    @Test
    void whatDidNotComeFailsUnderALabelOfItsOwn() {
        turns = List.of(turn(1000, null, true));
        bargeIns = List.of(new BargeIn(6000, null, null, null, false), new BargeIn(9000, null, null, null, null));

        assertThat(subs(sample()))
                .containsExactly(
                        Tuple.tuple("Talk: turn without an answer", 1500L, 0L, false),
                        Tuple.tuple("Talk: barge-in without silence", 6500L, 0L, false),
                        Tuple.tuple("Talk: lateness", 500L, 1L, true));
    }

    @Test
    void nobodyKnowsWhetherATurnWouldHaveBeenAnsweredWhenTheCallEndsWithIt() {
        turns = List.of(turn(7000, null, true));
        assertThat(sample().getSubResults())
                .extracting(SampleResult::getSampleLabel)
                .containsExactly("Talk: lateness");
    }

    @Test
    void aFailedCallHasItsFindingsCodeAndCure() {
        fate = CallFate.DROPPED;
        failure = new Failure("31951", "The payload is no base64.", "Encode it.", 1);

        SampleResult call = sample();

        assertThat(call.isSuccessful()).isFalse();
        assertThat(call.getResponseCode()).isEqualTo("31951");
        assertThat(call.getResponseMessage()).isEqualTo("The payload is no base64. Encode it.");
    }

    @Test
    void aCallThatJmeterHungUpDoesNotCount() {
        fate = CallFate.CUT;
        SampleResult call = sample();
        assertThat(call.getSampleLabel()).isEqualTo("Talk (not counted)");
        assertThat(call.getResponseCode()).isEqualTo("cut");
    }

    /** Half a second passes until the stream begins. */
    private SampleResult sample() {
        SampleResult sample = new SampleResult();
        sample.setSampleLabel("Talk");
        sample.sampleStart();
        sample.sampleEnd();
        new CallSamples(sample, new WorkerCall.Over("a call", result(), fate, failure, stoodStill, 500)).fill();
        return sample;
    }

    private CallResult result() {
        return new CallResult(
                "0.1.0",
                new CallResult.Call("CA1", "MZ1", null, 9000.0, "caller", null, "stream", -20.0),
                new CallResult.Setup(12.0, 3.0),
                new CallResult.Greeting(80.0, 101.0),
                turns,
                bargeIns,
                List.of(),
                null,
                null,
                null,
                new CallResult.Line(700, 350, 0.1, latenessP99Ms, latenessP99Ms, 0, true, null),
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of());
    }

    private static Turn turn(double endMs, @Nullable Double ttfaMs, boolean judged) {
        Double audibleMs = ttfaMs == null ? null : (Double) (endMs + ttfaMs);
        return new Turn(1, endMs - 900, endMs, audibleMs, audibleMs, ttfaMs, null, judged, false, false, PARTS, false);
    }

    private static List<Tuple> subs(SampleResult call) {
        return List.of(call.getSubResults()).stream()
                .map(sub -> Tuple.tuple(
                        sub.getSampleLabel(),
                        sub.getStartTime() - call.getStartTime(),
                        sub.getTime(),
                        sub.isSuccessful()))
                .toList();
    }
}
