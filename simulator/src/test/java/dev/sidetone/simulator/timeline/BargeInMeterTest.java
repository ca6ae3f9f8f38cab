package dev.sidetone.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BargeInMeterTest {
    @Test
    void aClearSilencesTheAgentAtTheEndOfTheFrameBeingHeard() {
        CallResult result = FakeCall.placed()
                .at(5010)
                .agentSends(4000)
                .at(6000)
                .callerSpeaks(800)
                .at(6064)
                .serverClears()
                .hangsUpAt(9000);

        // Heard from 5020 on; the frame of 6060 is the last one, and ends at 6080.
        assertThat(result.bargeIns()).containsExactly(new BargeIn(6000, 64.0, 80.0, 2940.0, true));
    }

    @Test
    void anAgentThatTalksOnHasNotYielded() {
        CallResult result = FakeCall.placed()
                .at(5010)
                .agentSends(6000)
                .at(6000)
                .callerSpeaks(800)
                .hangsUpAt(13000);

        assertThat(result.bargeIns()).containsExactly(new BargeIn(6000, null, null, null, false));
    }

    @Test
    void anAgentMayYieldWithoutAClearByFallingSilentWithASecondInTheQueue() {
        CallResult result = FakeCall.placed()
                .at(5010)
                .agentSends(2500)
                .at(6000)
                .callerSpeaks(800)
                .hangsUpAt(13000);

        assertThat(result.bargeIns()).containsExactly(new BargeIn(6000, null, 1520.0, null, true));
    }

    @Test
    void aPacedAnswerThatFallsSilentMayJustHaveEnded() {
        FakeCall call = FakeCall.placed();
        for (int ms = 5000; ms < 7200; ms += 20) {
            call.at(ms - 1).agentSends(20);
        }
        CallResult result = call.at(6000).callerSpeaks(1500).hangsUpAt(9000);

        assertThat(result.bargeIns()).containsExactly(new BargeIn(6000, null, 1200.0, null, null));
    }

    @Test
    void aPacedAnswerThatTheAgentSaysItCutWasYielded() {
        FakeCall call = FakeCall.placed();
        for (int ms = 5000; ms < 6600; ms += 20) {
            call.at(ms - 1).agentSends(20);
        }
        CallResult result =
                call.at(6000).callerSpeaks(1500).at(6590).agentCutsItsAnswer().hangsUpAt(9000);

        assertThat(result.bargeIns()).containsExactly(new BargeIn(6000, null, 600.0, null, true));
    }

    @Test
    void aPacedAnswerWhoseClearThrewLittleAwayWasYielded() {
        FakeCall call = FakeCall.placed();
        for (int ms = 5000; ms < 6300; ms += 20) {
            call.at(ms - 1).agentSends(ms == 5000 ? 80 : 20);
        }
        CallResult result =
                call.at(6000).callerSpeaks(1500).at(6290).serverClears().hangsUpAt(9000);

        assertThat(result.bargeIns()).hasSize(1);
        assertThat(result.bargeIns().get(0).discardedMs()).isBetween(20.0, 100.0);
        assertThat(result.bargeIns().get(0).yielded()).isTrue();
    }

    @Test
    void aClearOfNothingShowsNotThatMoreWasToCome() {
        CallResult result = FakeCall.placed()
                .at(5010)
                .agentSends(1300)
                .at(6000)
                .callerSpeaks(800)
                .at(6404)
                .serverClears()
                .hangsUpAt(9000);

        assertThat(result.bargeIns()).hasSize(1);
        assertThat(result.bargeIns().get(0).yielded()).isNull();
    }

    @Test
    void whoeverIsClearedNearTheEndYieldsToo() {
        CallResult result = FakeCall.placed()
                .at(5010)
                .agentSends(1500)
                .at(6000)
                .callerSpeaks(800)
                .at(6104)
                .serverClears()
                .hangsUpAt(9000);

        assertThat(result.bargeIns()).containsExactly(new BargeIn(6000, 104.0, 120.0, 400.0, true));
    }

    @Test
    void aPauseInTheAnswerIsStillTheAgentsFloor() {
        CallResult result = FakeCall.placed()
                .at(5010)
                .agentSends(600)
                .agentSendsSilence(600)
                .agentSends(3000)
                .at(6100)
                .callerSpeaks(800)
                .at(6304)
                .serverClears()
                .hangsUpAt(9000);

        assertThat(result.bargeIns()).hasSize(1);
        assertThat(result.bargeIns().get(0).clearMs()).isEqualTo(204);
        assertThat(result.bargeIns().get(0).yielded()).isTrue();
    }

    @Test
    void aClearThatComesLateIntoALongPauseStillCutsTheAnswer() {
        CallResult result = FakeCall.placed()
                .at(5010)
                .agentSends(600)
                .agentSendsSilence(1000)
                .agentSends(3000)
                .at(5800)
                .callerSpeaks(800)
                .at(6250)
                .serverClears()
                .hangsUpAt(9000);

        assertThat(result.bargeIns()).hasSize(1);
        assertThat(result.bargeIns().get(0).clearMs()).isEqualTo(450);
        assertThat(result.bargeIns().get(0).yielded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1990, true", "2030, false"})
    void yieldingTakesTwoSecondsAtTheMost(double clearAfterMs, boolean yielded) {
        CallResult result = FakeCall.placed()
                .at(5010)
                .agentSends(8000)
                .at(6000)
                .callerSpeaks(2500)
                .at(6000 + clearAfterMs)
                .serverClears()
                .hangsUpAt(12000);

        assertThat(result.bargeIns()).extracting(BargeIn::yielded).containsExactly(yielded);
    }

    @ParameterizedTest
    @CsvSource({"280, false", "320, true"})
    void silenceCountsWhenItLasts300Milliseconds(int pauseMs, boolean yielded) {
        FakeCall call = FakeCall.placed();
        for (int ms = 5000; ms < 10_000; ms += 20) {
            boolean pause = ms >= 6500 && ms < 6500 + pauseMs;
            call.at(ms - 1);
            call = pause ? call : call.agentSends(20);
        }
        CallResult result =
                call.at(6000).callerSpeaks(800).at(6490).agentCutsItsAnswer().hangsUpAt(12000);

        assertThat(result.bargeIns()).extracting(BargeIn::yielded).containsExactly(yielded);
    }

    @Test
    void anAgentThatSaysItWasCutAndIsHeardOnHasNotYielded() {
        CallResult result = FakeCall.placed()
                .at(5010)
                .agentSends(6000)
                .at(6000)
                .callerSpeaks(800)
                .at(6300)
                .agentCutsItsAnswer()
                .hangsUpAt(13000);

        assertThat(result.bargeIns()).containsExactly(new BargeIn(6000, null, null, null, false));
    }

    @ParameterizedTest
    @CsvSource({"1960, ", "1980, true"})
    void aSecondOfTheAnswerInTheQueueShowsThatMoreWasToCome(double sentMs, Boolean yielded) {
        CallResult result = FakeCall.placed()
                .at(5010)
                .agentSends(sentMs)
                .at(6000)
                .callerSpeaks(800)
                .hangsUpAt(13000);

        assertThat(result.bargeIns()).extracting(BargeIn::yielded).containsExactly(yielded);
    }

    @Test
    void aReplyRightAfterTheAnswerIsNoBargeIn() {
        CallResult result = FakeCall.placed()
                .at(5010)
                .agentSends(1000)
                .at(6120)
                .callerSpeaks(800)
                .hangsUpAt(9000);

        assertThat(result.bargeIns()).isEmpty();
    }

    @Test
    void aServerThatStreamsSilenceIsNotSpeaking() {
        FakeCall call = FakeCall.placed().at(1000).agentSends(1000);
        for (int ms = 2000; ms < 6000; ms += 20) {
            call.at(ms).agentSendsSilence(20);
        }
        CallResult result =
                call.at(2800).callerSpeaks(800).at(3000).serverClears().hangsUpAt(7000);

        assertThat(result.bargeIns()).isEmpty();
    }

    @Test
    void anOnsetFoundByEnergyIsMeasuredFromWhereItWasAndNotFromWhereItWasKnown() {
        CallResult result = FakeCall.placedByEar()
                .at(5010)
                .agentSends(4000)
                .at(6000)
                .callerSpeaks(800)
                .at(6030)
                .serverClears()
                .hangsUpAt(9000);

        assertThat(result.bargeIns()).containsExactly(new BargeIn(6000, 30.0, 40.0, 2980.0, true));
    }

    @Test
    void whatCannotBeSeenAnyMoreIsUnknown() {
        CallResult result = FakeCall.placed()
                .at(5010)
                .agentSends(4000)
                .at(6000)
                .callerSpeaks(800)
                .hangsUpAt(6500);

        assertThat(result.bargeIns()).containsExactly(new BargeIn(6000, null, null, null, null));
    }
}
