package dev.sidetone.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A turn needs somebody to answer it: an open stream. */
class TurnsOfStreamsTest {
    @Test
    void whatIsSaidAfterTheStreamIsNoTurn() {
        CallResult result = FakeCall.placed()
                .at(1000)
                .callerSpeaks(1000)
                .at(2500)
                .agentSends(500)
                .at(4000)
                .serverCloses()
                .dialBegins()
                .at(5000)
                .callerSpeaks(1000)
                .hangsUpAt(8000);

        assertThat(result.turns()).singleElement().satisfies(turn -> assertThat(turn.ttfaMs())
                .isEqualTo(500));
    }

    @Test
    void whatIsSaidBetweenTwoStreamsIsNoTurnAndWhatIsSaidInTheSecondIs() {
        CallResult result = FakeCall.placed()
                .at(1000)
                .serverCloses()
                .at(2000)
                .callerSpeaks(1000)
                .at(4000)
                .streamStarts()
                .at(5000)
                .callerSpeaks(1000)
                .at(6500)
                .agentSends(500)
                .hangsUpAt(8000);

        assertThat(result.turns()).singleElement().satisfies(turn -> {
            assertThat(turn.turn()).isEqualTo(1);
            assertThat(turn.callerStartAtMs()).isEqualTo(5000);
            assertThat(turn.ttfaMs()).isEqualTo(500);
        });
    }

    /** The server closed in the middle of it: nobody else could have answered. */
    @Test
    void aTurnInWhichTheStreamEndsIsATurnWithoutAnAnswer() {
        CallResult result = FakeCall.placed()
                .at(1000)
                .callerSpeaks(2000)
                .at(2000)
                .serverCloses()
                .hangsUpAt(8000);

        assertThat(result.turns()).singleElement().satisfies(turn -> assertThat(turn.ttfaMs())
                .isNull());
    }
}
