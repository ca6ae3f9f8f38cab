package dev.sidetone.simulator.findings;

import static dev.sidetone.simulator.findings.CheckedCall.codes;
import static dev.sidetone.simulator.findings.CheckedCall.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import org.junit.jupiter.api.Test;

class NotMeasurableTest {
    private static final String CODE = "not-measurable";

    @Test
    void behindMusicThatNeverStopsNoAnswerHasABeginning() {
        CallResult call = placed().at(100)
                .agentSends(40_000)
                .at(12_000)
                .callerSpeaks(1_000)
                .hangsUpAt(20_000);

        assertThat(call.turns()).singleElement().satisfies(turn -> assertThat(turn.ttfaMs())
                .isNull());
        assertThat(call.findings())
                .filteredOn(found -> found.code().equals(CODE))
                .singleElement()
                .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.INFO));
    }

    @Test
    void oneTurnThatWasMeasuredIsEnough() {
        CallResult call = placed().at(1_000)
                .callerSpeaks(1_000)
                .at(2_700)
                .agentSends(20_000)
                .at(15_000)
                .callerSpeaks(1_000)
                .hangsUpAt(22_000);

        assertThat(call.turns()).hasSize(2);
        assertThat(codes(call)).doesNotContain(CODE);
    }

    @Test
    void anAgentThatIsInterruptedAndTalksOnIsMeasurable() {
        FakeCall call = placed();
        for (int sentence = 0; sentence < 6; sentence++) {
            call.at(100 + sentence * 3_200).agentSends(3_000);
        }
        assertThat(codes(call.at(4_000).callerSpeaks(1_000).hangsUpAt(20_000))).doesNotContain(CODE);
    }

    @Test
    void musicInACallWhereNobodySpeaksKeepsNoNumberBack() {
        assertThat(codes(placed().at(100).agentSends(40_000).hangsUpAt(20_000))).doesNotContain(CODE);
    }

    @Test
    void aCallerWhoIsNeverSilentHasNoEndOfATurn() {
        CallResult call = byEar().at(1_000).callerSpeaks(25_000).hangsUpAt(30_000);

        assertThat(call.findings())
                .filteredOn(found -> found.code().equals(CODE))
                .singleElement()
                .satisfies(found -> assertThat(found.atMs()).isBetween(21_000.0, 21_100.0));
    }

    @Test
    void aCallerWhoSpeaksForLongAndThenIsSilentIsMeasurable() {
        assertThat(codes(byEar().at(1_000).callerSpeaks(15_000).hangsUpAt(40_000)))
                .doesNotContain(CODE);
    }

    @Test
    void aCallerWhoSaysWhenATurnEndsMaySpeakForAsLongAsItTakes() {
        assertThat(codes(placed().at(1_000).callerSpeaks(25_000).hangsUpAt(30_000)))
                .doesNotContain(CODE);
    }

    private static FakeCall byEar() {
        return FakeCall.byEarInto(new CallTimeline("0.1.0", Spool.NONE, Checks.forOneCall()));
    }
}
