package dev.sidetone.bench.accuracy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredTurnTest {
    @Test
    void theTruthIsTheAgentsLogCarriedToTheEar() {
        KnownCall call = new KnownCall().asked(1_000, 2_060).answered(2_565, 2_580, 3_000);

        MeasuredTurn turn = only(call);

        assertThat(turn.trueMs()).isEqualTo(520);
        assertThat(turn.judged()).isTrue();
        assertThat(turn.reported()).isCloseTo(0, within(2.5));
        assertThat(turn.scored()).isCloseTo(0, within(2.5));
    }

    @Test
    void aReportThatIsATickOffIsATickOff() {
        KnownCall call = new KnownCall().asked(1_000, 2_060).answered(2_565, 2_600, 3_000);

        assertThat(only(call).reported()).isCloseTo(20, within(2.5));
    }

    @Test
    void aTurnThatNobodyReportsIsMissing() {
        KnownCall call = new KnownCall().answered(300, 320, 900);
        call.log.callerStopped(KnownCall.ns(10_000.3), 160, KnownCall.ns(10_500));
        call.answered(10_565, 10_580, 11_000);

        MeasuredTurn turn = only(call);

        assertThat(turn.judged()).isFalse();
        assertThat(turn.reported()).isNull();
        assertThat(turn.scored()).isNull();
        assertThat(turn.mixed()).isNull();
        assertThat(turn.stopped()).isNull();
    }

    @Test
    void aTurnWithoutAnAnswerHasNoTruth() {
        assertThat(turns(new KnownCall().asked(1_000, 2_060))).isEmpty();
    }

    @Test
    void fromTheAnnouncedEndToTheArrivalMissesTheWaitOfTheDetectorAndThatForTheTick() {
        KnownCall call = new KnownCall().asked(1_000, 2_060).answered(2_965, 2_980, 3_400);

        assertThat(requireNonNull(only(call).stopped())).isCloseTo(-500 - 14.6, within(0.01));
    }

    @Test
    void inTheMixedRecordingTheGapIsFoundByFrames() {
        KnownCall call = new KnownCall().asked(1_000, 2_060).answered(2_565, 2_580, 3_000);

        assertThat(only(call).mixed()).isEqualTo(0);
    }

    @Test
    void anAnswerWithinAPauseOfTheMixedRecordingIsNotTold() {
        KnownCall call = new KnownCall().asked(1_000, 2_060).answered(2_265, 2_280, 2_700);

        assertThat(only(call).mixed()).isNull();
        assertThat(only(call).reported()).isCloseTo(0, within(2.5));
    }

    private static MeasuredTurn only(KnownCall call) {
        List<MeasuredTurn> turns = turns(call);
        assertThat(turns).hasSize(1);
        return turns.get(0);
    }

    private static List<MeasuredTurn> turns(KnownCall call) {
        return MeasuredTurn.of(call.measured(), call.sound(), call.scored());
    }
}
