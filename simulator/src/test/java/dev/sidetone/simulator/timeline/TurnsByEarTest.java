package dev.sidetone.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import org.junit.jupiter.api.Test;

class TurnsByEarTest {
    @Test
    void edgesFoundByEnergyAreDatedBackAndTheAnswerMayComeBeforeTheyAreKnown() {
        Turn turn = onlyTurn(
                FakeCall.placedByEar().at(1000).callerSpeaks(800).at(1905).agentSends(500));

        assertThat(turn.callerStartAtMs()).isEqualTo(1000);
        assertThat(turn.callerEndAtMs()).isEqualTo(1800);
        assertThat(turn.firstMediaAtMs()).isEqualTo(1905);
        assertThat(turn.ttfaMs()).isEqualTo(120);
    }

    @Test
    void aPauseFoundByEnergyBeforeAnyAnswerGoesOnWithTheTurn() {
        CallResult result = FakeCall.placedByEar()
                .at(1000)
                .callerSpeaks(800)
                .at(2500)
                .callerSpeaks(500)
                .at(3605)
                .agentSends(500)
                .hangsUpAt(5000);

        assertThat(result.turns()).singleElement().satisfies(turn -> {
            assertThat(turn.callerStartAtMs()).isEqualTo(1000);
            assertThat(turn.callerEndAtMs()).isEqualTo(3000);
            assertThat(turn.ttfaMs()).isEqualTo(620);
        });
    }

    @Test
    void aProbeIsNoTurnThoughItIsAsLoudAsOne() {
        CallResult result = FakeCall.placedByEar()
                .at(1000)
                .callerSpeaks(800)
                .at(1905)
                .agentSends(4000)
                .at(3000)
                .callerProbes(ProbeKind.VOCAL_TIC, 900)
                .hangsUpAt(9000);

        assertThat(result.turns()).hasSize(1);
        assertThat(result.bargeIns()).isEmpty();
        assertThat(result.probes()).singleElement().satisfies(probe -> {
            assertThat(probe.atMs()).isEqualTo(3000);
            assertThat(probe.whileAgentSpoke()).isTrue();
        });
    }

    @Test
    void aProbeEndsTheWordsThatItCutsOffAndWhatFollowsItIsHeardAgain() {
        CallResult result = FakeCall.placedByEar()
                .at(1000)
                .callerSpeaks(800)
                .at(1800)
                .callerProbes(ProbeKind.VOCAL_TIC, 400)
                .at(2405)
                .agentSends(300)
                .at(4000)
                .callerSpeaks(500)
                .hangsUpAt(9000);

        assertThat(result.turns()).hasSize(2);
        assertThat(result.turns().get(0).callerEndAtMs()).isEqualTo(1800);
        assertThat(result.turns().get(1).callerStartAtMs()).isEqualTo(4000);
    }

    @Test
    void aStretchFoundByEnergyAfterAnAnswerIsANewTurn() {
        CallResult result = FakeCall.placedByEar()
                .at(1000)
                .callerSpeaks(800)
                .at(2105)
                .agentSends(200)
                .at(2600)
                .callerSpeaks(500)
                .at(3605)
                .agentSends(500)
                .hangsUpAt(5000);

        assertThat(result.turns()).extracting(Turn::ttfaMs).containsExactly(320.0, 520.0);
    }

    @Test
    void aLongPauseFoundByEnergyEndsTheTurnAlsoWithoutAnAnswer() {
        CallResult result = FakeCall.placedByEar()
                .at(1000)
                .callerSpeaks(800)
                .at(2900)
                .callerSpeaks(500)
                .hangsUpAt(5000);

        assertThat(result.turns()).extracting(Turn::callerEndAtMs).containsExactly(1800.0, 3400.0);
    }

    @Test
    void clicksDoNotAddUpToATurn() {
        FakeCall call = FakeCall.placedByEar();
        for (int ms = 1000; ms < 3000; ms += 200) {
            call.at(ms).callerSpeaks(40);
        }

        assertThat(call.hangsUpAt(4000).turns()).isEmpty();
    }

    @Test
    void aClickIsNotATurn() {
        CallResult result = FakeCall.placedByEar().at(1000).callerSpeaks(40).hangsUpAt(3000);

        assertThat(result.turns()).isEmpty();
    }

    private static Turn onlyTurn(FakeCall call) {
        CallResult result = call.hangsUpAt(6000);
        assertThat(result.turns()).hasSize(1);
        return result.turns().get(0);
    }
}
