package dev.sidetone.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.simulator.timeline.CallResult.Parts;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TurnMeterTest {
    private static final Offset<Double> EXACTLY = within(1e-6);
    private static final Parts NO_PARTS = new Parts(null, null, null, null, null, null);

    @Test
    void anAnswerIsHeardAtTheFirstTickAfterItArrives() {
        CallResult result = FakeCall.placed()
                .at(3000)
                .callerSpeaks(1207.5)
                .at(4900.1)
                .agentSends(800)
                .hangsUpAt(8000);

        assertThat(result.turns()).singleElement().satisfies(turn -> {
            assertThat(turn.turn()).isEqualTo(1);
            assertThat(turn.callerStartAtMs()).isEqualTo(3000);
            assertThat(turn.callerEndAtMs()).isEqualTo(4207.5);
            assertThat(turn.firstMediaAtMs()).isEqualTo(4900.1);
            assertThat(turn.firstAudibleAtMs()).isEqualTo(4920);
            assertThat(turn.ttfaMs()).isEqualTo(712.5);
            assertThat(turn.judged()).isTrue();
            assertThat(turn.early()).isFalse();
            assertThat(turn.overlapped()).isFalse();
        });
    }

    @Test
    void leadingSilenceIsPartOfTheTimeAndToldApart() {
        Turn turn = onlyTurn(FakeCall.placed()
                .at(1000)
                .callerSpeaks(1000)
                .at(2505)
                .agentSendsSilence(130)
                .at(2506)
                .agentSends(500));

        assertThat(turn.ttfaMs()).isEqualTo(650);
        assertThat(turn.parts().playoutMs()).isEqualTo(15);
        assertThat(turn.parts().leadingSilenceMs()).isEqualTo(130);
    }

    @Test
    void againstAForeignServerOnlyTheLastTwoPartsAreKnown() {
        Turn turn =
                onlyTurn(FakeCall.placed().at(1000).callerSpeaks(1000).at(2505).agentSends(500));

        assertThat(turn.parts()).isEqualTo(new Parts(null, null, null, null, 15.0, 0.0));
    }

    @Test
    void thePartsThatTheBridgeKnowsAddUpToTheWhole() {
        Turn turn = onlyTurn(FakeCall.placed()
                .at(1000)
                .callerSpeaks(1003)
                .at(2510)
                .agentHearsEnd()
                .at(2660.5)
                .answerBegins("a1")
                .at(2661.2)
                .answerRelayed("a1")
                .at(2661.9)
                .agentSends(500));

        Parts parts = turn.parts();
        assertThat(parts.endpointingMs()).isCloseTo(507, EXACTLY);
        assertThat(parts.agentMs()).isCloseTo(150.5, EXACTLY);
        assertThat(parts.bridgeMs()).isCloseTo(0.7, EXACTLY);
        assertThat(parts.lineMs()).isCloseTo(0.7, EXACTLY);
        assertThat(parts.playoutMs()).isCloseTo(18.1, EXACTLY);
        assertThat(parts.leadingSilenceMs()).isZero();
        assertThat(turn.ttfaMs()).isCloseTo(507 + 150.5 + 0.7 + 0.7 + 18.1, EXACTLY);
    }

    @Test
    void anAgentThatDoesNotSayWhenTheCallerEndedIsTimedFromTheEndItself() {
        Turn turn = onlyTurn(FakeCall.placed()
                .at(1000)
                .callerSpeaks(1000)
                .at(2600)
                .answerBegins("a1")
                .at(2601)
                .answerRelayed("a1")
                .at(2602)
                .agentSends(500));

        assertThat(turn.parts().endpointingMs()).isNull();
        assertThat(turn.parts().agentMs()).isEqualTo(600);
    }

    @Test
    void aTurnWithoutAnAnswerIsListedWithoutATime() {
        Turn turn = onlyTurn(FakeCall.placed().at(1000).callerSpeaks(500));

        assertThat(turn)
                .isEqualTo(new Turn(1, 1000, 1500, null, null, null, null, true, false, false, NO_PARTS, false));
    }

    @Test
    void anAnswerThatComesWhenTheCallerSpeaksAgainIsTheNextTurns() {
        CallResult result = FakeCall.placed()
                .at(1000)
                .callerSpeaks(500)
                .at(3000)
                .callerSpeaks(400)
                .at(3900)
                .agentSends(300)
                .hangsUpAt(6000);

        assertThat(result.turns()).extracting(Turn::ttfaMs).containsExactly(null, 500.0);
    }

    @Test
    void anOldAnswerThatRunsOnOverlaps() {
        CallResult result = FakeCall.placed()
                .at(100)
                .agentSends(5000)
                .at(2000)
                .callerSpeaks(600)
                .at(3300)
                .agentSends(500)
                .hangsUpAt(9000);

        assertThat(result.turns()).singleElement().satisfies(turn -> {
            assertThat(turn.ttfaMs()).isNull();
            assertThat(turn.overlapped()).isTrue();
            assertThat(turn.early()).isFalse();
            assertThat(turn.firstMediaAtMs()).isEqualTo(3300);
        });
    }

    @Test
    void anAgentThatStartsWhileTheCallerSpeaksIsEarly() {
        CallResult result = FakeCall.placed()
                .at(100)
                .agentSends(300)
                .at(2000)
                .callerSpeaks(1500)
                .at(2910)
                .agentSends(2000)
                .hangsUpAt(7000);

        assertThat(result.turns()).singleElement().satisfies(turn -> {
            assertThat(turn.early()).isTrue();
            assertThat(turn.overlapped()).isFalse();
            assertThat(turn.ttfaMs()).isNull();
            assertThat(turn.firstMediaAtMs()).isEqualTo(2910);
            assertThat(turn.firstAudibleAtMs()).isEqualTo(2920);
        });
    }

    @Test
    void anInterruptedAnswerThatIsClearedMakesRoomForTheNext() {
        CallResult result = FakeCall.placed()
                .at(100)
                .agentSends(5000)
                .at(2000)
                .callerSpeaks(1000)
                .at(2200)
                .serverClears()
                .at(3710)
                .agentSends(500)
                .hangsUpAt(6000);

        assertThat(result.turns()).extracting(Turn::ttfaMs).containsExactly(720.0);
    }

    @Test
    void anAnswerThatIsClearedBeforeItIsHeardIsNoAnswer() {
        Turn turn = onlyTurn(FakeCall.placed()
                .at(1000)
                .callerSpeaks(500)
                .at(2001)
                .agentSends(500)
                .at(2002)
                .serverClears()
                .at(2405)
                .agentSends(500));

        assertThat(turn.firstMediaAtMs()).isEqualTo(2405);
        assertThat(turn.ttfaMs()).isEqualTo(920);
    }

    @Test
    void anAnswerRightAfterAClearNeedsNoSilenceBeforeIt() {
        CallResult result = FakeCall.placed()
                .at(100)
                .agentSends(5000)
                .at(2000)
                .callerSpeaks(200)
                .at(2195)
                .serverClears()
                .at(2230)
                .agentSends(500)
                .hangsUpAt(6000);

        assertThat(result.turns()).extracting(Turn::ttfaMs).containsExactly(40.0);
    }

    @Test
    void anOldAnswerThatGoesOnAfterAPauseIsNotTheNewOne() {
        CallResult result = FakeCall.placed()
                .at(100)
                .agentSends(1900)
                .agentSendsSilence(1500)
                .agentSends(1000)
                .at(2200)
                .callerSpeaks(300)
                .at(3000)
                .agentSends(500)
                .hangsUpAt(7000);

        assertThat(result.turns()).extracting(Turn::overlapped).containsExactly(true);
        assertThat(result.turns()).extracting(Turn::ttfaMs).containsOnlyNulls();
    }

    @Test
    void aStreamedAnswerThatTakesABreathWhileTheCallerSpeaksIsNotEarly() {
        FakeCall call = FakeCall.placed();
        for (int ms = 1000; ms < 5000; ms += 20) {
            boolean breath = ms >= 2100 && ms < 2250;
            call.at(ms - 1);
            call = breath ? call.agentSendsSilence(20) : call.agentSends(20);
        }
        CallResult result = call.at(2000).callerSpeaks(1000).hangsUpAt(7000);

        assertThat(result.turns()).extracting(Turn::early).containsExactly(false);
        assertThat(result.turns()).extracting(Turn::overlapped).containsExactly(true);
    }

    @Test
    void aRelayThatIsStampedJustAfterItsArrivalStillCounts() {
        Turn turn = onlyTurn(FakeCall.placed()
                .at(1000)
                .callerSpeaks(1000)
                .at(2600)
                .answerBegins("a1")
                .at(2600.6)
                .agentSends(500)
                .at(2600.7)
                .answerRelayed("a1"));

        assertThat(turn.parts().bridgeMs()).isCloseTo(0.7, EXACTLY);
        assertThat(turn.parts().lineMs()).isCloseTo(-0.1, EXACTLY);
    }

    @Test
    void aCallerThatHangsUpInTheMiddleOfAWordHasSpoken() {
        CallResult result = FakeCall.placed().at(1000).callerSpeaks(5000).hangsUpAt(2000);

        assertThat(result.turns()).extracting(Turn::callerEndAtMs).containsExactly(2000.0);
    }

    private static Turn onlyTurn(FakeCall call) {
        CallResult result = call.hangsUpAt(6000);
        assertThat(result.turns()).hasSize(1);
        return result.turns().get(0);
    }
}
