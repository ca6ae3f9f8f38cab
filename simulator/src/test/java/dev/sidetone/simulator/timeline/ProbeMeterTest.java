package dev.sidetone.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.timeline.CallResult.Probe;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an agent did at sounds that are no turns. */
class ProbeMeterTest {
    @ParameterizedTest
    @EnumSource
    void anAgentThatTalksOnIsRight(ProbeKind kind) {
        CallResult result = speaking().at(6000).callerProbes(kind, 400).hangsUpAt(12_000);

        assertThat(result.probes()).containsExactly(new Probe(kind.word(), 6000, true, false, null, true));
    }

    @ParameterizedTest
    @EnumSource
    void anAgentThatIsClearedWithinASecondIsWrong(ProbeKind kind) {
        CallResult result = speaking()
                .at(6000)
                .callerProbes(kind, 400)
                .at(6900)
                .serverClears()
                .hangsUpAt(12_000);

        assertThat(result.probes()).containsExactly(new Probe(kind.word(), 6000, true, true, null, false));
    }

    @Test
    void whatIsClearedLaterThanASecondIsNotClearedForTheProbe() {
        CallResult result = speaking()
                .at(6000)
                .callerProbes(ProbeKind.NOISE, 400)
                .at(7010)
                .serverClears()
                .hangsUpAt(12_000);

        assertThat(result.probes()).containsExactly(new Probe("noise", 6000, true, false, null, true));
    }

    @Test
    void aProbeIsNoTurnAndNoBargeIn() {
        CallResult result =
                speaking().at(6000).callerProbes(ProbeKind.SIDE_TALK, 1500).hangsUpAt(12_000);

        assertThat(result.turns()).hasSize(1);
        assertThat(result.turns().get(0).interrupted()).isFalse();
        assertThat(result.bargeIns()).isEmpty();
    }

    @Test
    void aPauseInTheAnswerIsNoYield() {
        CallResult result = FakeCall.placed()
                .at(100)
                .agentSends(200)
                .at(1000)
                .callerSpeaks(500)
                .at(2010)
                .agentSends(2000)
                .agentSendsSilence(700)
                .agentSends(4000)
                .at(3500)
                .callerProbes(ProbeKind.BACKCHANNEL, 300)
                .hangsUpAt(12_000);

        assertThat(result.probes()).containsExactly(new Probe("backchannel", 3500, true, false, null, true));
    }

    @Test
    void anAnswerThatMayJustHaveEndedSaysNothing() {
        CallResult result = FakeCall.placed()
                .at(100)
                .agentSends(200)
                .at(1000)
                .callerSpeaks(500)
                .at(2010)
                .agentSends(2000)
                .at(3500)
                .callerProbes(ProbeKind.VOCAL_TIC, 300)
                .hangsUpAt(12_000);

        assertThat(result.probes()).containsExactly(new Probe("vocal-tic", 3500, true, null, null, null));
    }

    @Test
    void aPacedAgentThatSaysItWasCutHasStopped() {
        FakeCall call = FakeCall.placed().at(100).agentSends(200).at(1000).callerSpeaks(500);
        for (int ms = 2000; ms < 3900; ms += 20) {
            call.at(ms - 1).agentSends(20);
        }
        CallResult result = call.at(3500)
                .callerProbes(ProbeKind.VOCAL_TIC, 300)
                .at(3890)
                .agentCutsItsAnswer()
                .hangsUpAt(12_000);

        assertThat(result.probes()).containsExactly(new Probe("vocal-tic", 3500, true, true, null, false));
    }

    @Test
    void anAgentThatAnswersASoundInSilenceIsWrong() {
        CallResult result = silent().at(6000)
                .callerProbes(ProbeKind.VOCAL_TIC, 400)
                .at(8350)
                .agentSends(500)
                .hangsUpAt(12_000);

        assertThat(result.probes()).containsExactly(new Probe("vocal-tic", 6000, false, null, true, false));
        assertThat(result.turns()).hasSize(1);
    }

    @Test
    void anAgentThatSpeaksLaterHasNotAnsweredIt() {
        CallResult result = silent().at(6000)
                .callerProbes(ProbeKind.SIDE_TALK, 400)
                .at(8450)
                .agentSends(500)
                .hangsUpAt(12_000);

        assertThat(result.probes()).containsExactly(new Probe("side-talk", 6000, false, null, false, true));
    }

    @Test
    void aBackchannelInSilenceMayBeAnAnswerAndIsNotJudged() {
        CallResult result = silent().at(6000)
                .callerProbes(ProbeKind.BACKCHANNEL, 400)
                .at(7000)
                .agentSends(500)
                .hangsUpAt(12_000);

        assertThat(result.probes()).containsExactly(new Probe("backchannel", 6000, false, null, true, null));
    }

    @Test
    void whatTheAgentOwedAnywayAnswersNoProbe() {
        CallResult turn = FakeCall.placed()
                .at(100)
                .agentSends(200)
                .at(1000)
                .callerSpeaks(500)
                .at(1700)
                .callerProbes(ProbeKind.VOCAL_TIC, 300)
                .at(2500)
                .agentSends(500)
                .hangsUpAt(6_000);
        CallResult greeting = FakeCall.placed()
                .at(500)
                .callerProbes(ProbeKind.NOISE, 300)
                .at(1500)
                .agentSends(500)
                .hangsUpAt(6_000);
        CallResult tool = silent().at(5000)
                .toolCalled("call_1", "book")
                .at(5500)
                .callerProbes(ProbeKind.MUSIC, 300)
                .at(6000)
                .toolAnswered("call_1", "book", "{}", false)
                .at(6500)
                .agentSends(500)
                .hangsUpAt(12_000);

        assertThat(turn.probes()).containsExactly(new Probe("vocal-tic", 1700, false, null, null, null));
        assertThat(turn.turns().get(0).ttfaMs()).isEqualTo(1000);
        assertThat(greeting.probes()).containsExactly(new Probe("noise", 500, false, null, null, null));
        assertThat(tool.probes()).containsExactly(new Probe("music", 5500, false, null, null, null));
    }

    @Test
    void aTurnOrAnotherProbeThatFollowsTooSoonLeavesItOpen() {
        CallResult result = silent().at(6000)
                .callerProbes(ProbeKind.VOCAL_TIC, 300)
                .at(7000)
                .callerProbes(ProbeKind.NOISE, 300)
                .at(8000)
                .callerSpeaks(500)
                .at(9000)
                .agentSends(500)
                .hangsUpAt(12_000);

        assertThat(result.probes())
                .containsExactly(
                        new Probe("vocal-tic", 6000, false, null, null, null),
                        new Probe("noise", 7000, false, null, null, null));
        assertThat(result.turns().get(1).ttfaMs()).isEqualTo(500);
    }

    @Test
    void ratesAreOfAllCallsTogetherAndHiddenBelowTenEvents() {
        CallResult right =
                speaking().at(6000).callerProbes(ProbeKind.MUSIC, 300).hangsUpAt(12_000);
        CallResult wrong = speaking()
                .at(6000)
                .callerProbes(ProbeKind.MUSIC, 300)
                .at(6400)
                .serverClears()
                .hangsUpAt(12_000);
        List<CallResult> nine = List.of(right, right, right, right, right, right, right, wrong, wrong);
        TurnTakingRates few = TurnTakingRates.of(nine);
        TurnTakingRates enough = TurnTakingRates.of(
                Stream.concat(nine.stream(), List.of(right).stream()).toList());

        assertThat(few.selectivity()).containsOnlyKeys(ProbeKind.MUSIC);
        assertThat(few.selectivity().get(ProbeKind.MUSIC)).isEqualTo(new TurnTakingRates.Rate(9, 0, 7));
        assertThat(few.selectivity().values()).allMatch(rate -> rate.share() == null);
        assertThat(enough.selectivity().values())
                .allSatisfy(rate -> assertThat(rate.share()).isEqualTo(0.8));
        assertThat(enough.yield()).isEqualTo(new TurnTakingRates.Rate(0, 0, 0));
        assertThat(TurnTakingRates.of(List.of()).isEmpty()).isTrue();
    }

    @Test
    void theYieldRateLeavesOutBargeInsOfWhichNobodyCanTell() {
        CallResult yielded =
                speaking().at(6000).callerSpeaks(800).at(6064).serverClears().hangsUpAt(9000);
        CallResult untold = FakeCall.placed()
                .at(5010)
                .agentSends(1200)
                .at(6000)
                .callerSpeaks(800)
                .hangsUpAt(9000);

        assertThat(TurnTakingRates.of(List.of(yielded, untold)).yield()).isEqualTo(new TurnTakingRates.Rate(1, 1, 1));
    }

    @Test
    void anAnswerThatTheCallerSpeaksOverIsAnInterruptedTurns() {
        CallResult result = speaking()
                .at(6000)
                .callerSpeaks(800)
                .at(6064)
                .serverClears()
                .at(7500)
                .agentSends(500)
                .hangsUpAt(12_000);

        assertThat(result.turns()).extracting(CallResult.Turn::interrupted).containsExactly(true, false);
    }

    /** Greeted and answered, at length: audible from 2020 to 10 020. */
    private static FakeCall speaking() {
        return FakeCall.placed()
                .at(100)
                .agentSends(200)
                .at(1000)
                .callerSpeaks(500)
                .at(2010)
                .agentSends(8000);
    }

    /** Greeted and answered, and silent from 2520 on. */
    private static FakeCall silent() {
        return FakeCall.placed()
                .at(100)
                .agentSends(200)
                .at(1000)
                .callerSpeaks(500)
                .at(2010)
                .agentSends(500);
    }
}
