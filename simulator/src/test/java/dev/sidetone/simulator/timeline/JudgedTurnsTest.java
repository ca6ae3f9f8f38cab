package dev.sidetone.simulator.timeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult.Turn;
import org.junit.jupiter.api.Test;

class JudgedTurnsTest {
    @Test
    void theSamplesOfLatenessAreCopiedWhenTheCallIsOverAndNotForEverySnapshot() {
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
        FakeCall call = FakeCall.into(timeline).at(100).agentSends(500).runsUntil(3000);

        assertThat(requireNonNull(timeline.resultSoFar().line()).framesSent()).isPositive();
        assertThat(requireNonNull(timeline.resultSoFar().line()).lateness()).isNull();
        CallResult result = call.hangsUpAt(4000);
        assertThat(requireNonNull(requireNonNull(result.line()).lateness()).count())
                .isPositive();
    }

    @Test
    void aStallOnTheWayMakesTheTurnUnjudged() {
        FakeCall call = FakeCall.placed()
                .at(1000)
                .callerSpeaks(500)
                .at(1990)
                .lineStalls(6)
                .at(2405)
                .agentSends(500);

        Turn turn = onlyTurn(call);
        assertThat(turn.judged()).isFalse();
        assertThat(turn.ttfaMs()).isEqualTo(920);
    }

    @Test
    void ticksThatWereGivenUpOnTheWayMakeTheTurnUnjudged() {
        Turn turn = onlyTurn(FakeCall.placed()
                .at(1000)
                .callerSpeaks(500)
                .at(1990)
                .ticksAreGivenUp(3)
                .at(2405)
                .agentSends(500));

        assertThat(turn.judged()).isFalse();
    }

    @Test
    void aStallBeforeTheEndOrAfterTheAnswerDoesNoHarm() {
        CallResult result = FakeCall.placed()
                .at(1000)
                .callerSpeaks(500)
                .at(1450)
                .lineStalls(30)
                .at(2405)
                .agentSends(500)
                .at(2425)
                .lineStalls(30)
                .hangsUpAt(4000);

        assertThat(result.turns()).extracting(Turn::judged).containsExactly(true);
        assertThat(requireNonNull(result.line()).reliable()).isTrue();
    }

    @Test
    void aCallIsUnreliableWhenFewerThan95PercentOfItsTurnsCouldBeJudged() {
        CallResult result = FakeCall.placed()
                .at(1000)
                .callerSpeaks(500)
                .at(1800)
                .lineStalls(6)
                .at(2405)
                .agentSends(500)
                .at(4000)
                .callerSpeaks(500)
                .at(5000)
                .agentSends(500)
                .hangsUpAt(7000);

        assertThat(result.turns()).extracting(Turn::judged).containsExactly(false, true);
        assertThat(requireNonNull(result.line()).reliable()).isFalse();
    }

    @Test
    void aCallWithoutATurnIsUnreliableWhenMoreThanOneInAHundredFramesWasNotSent() {
        CallResult fed = FakeCall.placed().at(1000).ticksAreGivenUp(2).hangsUpAt(5000);
        assertThat(requireNonNull(fed.line()).reliable()).isTrue();
        CallResult starved = FakeCall.placed().at(1000).ticksAreGivenUp(110).hangsUpAt(10_000);

        assertThat(starved.turns()).isEmpty();
        assertThat(requireNonNull(starved.line()).framesSent()).isBetween(385L, 395L);
        assertThat(requireNonNull(starved.line()).reliable()).isFalse();
    }

    @Test
    void aCallWithoutATurnIsUnreliableWhenMoreThanOneInAHundredFramesWasLate() {
        FakeCall call = FakeCall.placed();
        for (int late = 0; late < 6; late++) {
            call.at(1000 + 200 * late).lineStalls(30);
        }
        assertThat(requireNonNull(call.hangsUpAt(5000).line()).reliable()).isFalse();
    }

    private static Turn onlyTurn(FakeCall call) {
        CallResult result = call.hangsUpAt(6000);
        assertThat(result.turns()).hasSize(1);
        return result.turns().get(0);
    }
}
