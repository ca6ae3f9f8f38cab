package dev.sidetone.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult.Turn;
import org.junit.jupiter.api.Test;

class ToolAnswerTest {
    @Test
    void theAnswerIsWhatFollowsTheToolAndNotTheFillerBeforeIt() {
        Turn turn = asked().at(2_500)
                .agentSends(600)
                .at(2_800)
                .toolAnswers("book_table")
                .at(2_900)
                .agentSends(500)
                .hangsUpAt(8_000)
                .turns()
                .get(0);
        assertThat(turn.ttfaMs()).isEqualTo(500);
        // The filler goes on until 3,100.
        assertThat(turn.answerMs()).isEqualTo(1_100);
    }

    @Test
    void theAnswerIsWhatFollowsThePreambleAndNotThatItself() {
        Turn turn = asked().at(2_500)
                .agentSends(600)
                .at(2_900)
                .answerContinues()
                .at(2_900)
                .agentSends(500)
                .hangsUpAt(8_000)
                .turns()
                .get(0);
        assertThat(turn.ttfaMs()).isEqualTo(500);
        // The preamble goes on until 3,100.
        assertThat(turn.answerMs()).isEqualTo(1_100);
    }

    @Test
    void whatTheAgentSaysByItselfAnswersNoTurn() {
        Turn unanswered = asked().at(3_900)
                .agentTimesOut()
                .at(4_000)
                .agentSends(500)
                .hangsUpAt(8_000)
                .turns()
                .get(0);
        assertThat(unanswered.ttfaMs()).isNull();
        assertThat(unanswered.firstAudibleAtMs()).isNull();
        Turn answered = asked().at(2_500)
                .agentSends(500)
                .at(5_900)
                .agentTimesOut()
                .at(6_000)
                .agentSends(500)
                .hangsUpAt(8_000)
                .turns()
                .get(0);
        assertThat(answered.ttfaMs()).isEqualTo(500);
    }

    @Test
    void theLastOfSeveralToolsCounts() {
        Turn turn = asked().at(2_500)
                .toolAnswers("look_up")
                .at(2_600)
                .agentSends(200)
                .at(3_500)
                .toolAnswers("book_table")
                .at(3_900)
                .agentSends(500)
                .hangsUpAt(8_000)
                .turns()
                .get(0);
        assertThat(turn.ttfaMs()).isEqualTo(600);
        assertThat(turn.answerMs()).isEqualTo(1_900);
    }

    @Test
    void withoutAToolOrAnAnswerThereIsNothingToTell() {
        assertThat(asked().at(2_500)
                        .agentSends(600)
                        .hangsUpAt(8_000)
                        .turns()
                        .get(0)
                        .answerMs())
                .isNull();
        assertThat(asked().at(2_500)
                        .agentSends(600)
                        .at(4_000)
                        .toolAnswers("book_table")
                        .hangsUpAt(8_000)
                        .turns()
                        .get(0)
                        .answerMs())
                .isNull();
    }

    @Test
    void aToolOfTheTurnBeforeIsNotThisOnes() {
        CallResult result = asked().at(2_500)
                .toolAnswers("book_table")
                .at(4_000)
                .callerSpeaks(500)
                .at(5_000)
                .agentSends(500)
                .hangsUpAt(8_000);
        assertThat(result.turns()).extracting(Turn::answerMs).containsExactly(null, null);
    }

    private static FakeCall asked() {
        return FakeCall.placed().at(1_000).callerSpeaks(1_000);
    }
}
