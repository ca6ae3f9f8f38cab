package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.simulator.timeline.CallResult.Parts;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TurnSplitTest {
    @Test
    void thePartsAreTogetherAsLongAsTheTime() {
        Turn turn = turn(670.0, new Parts(511.8, 151.2, 0.1, 0.5, 6.4, 0.0));

        assertThat(TurnSplit.of(turn).stream().mapToDouble(TurnSplit.Part::ms).sum())
                .isCloseTo(670, within(0.001));
        assertThat(TurnSplit.words(turn)).isEqualTo("endpoint 512 · agent 151 · rest 7 ms");
    }

    @Test
    void aWireWithoutAnEndOfSpeechHasTwoParts() {
        assertThat(TurnSplit.words(turn(670.0, new Parts(null, 660.0, 1.0, 1.0, 8.0, 0.0))))
                .isEqualTo("agent 660 · rest 10 ms");
    }

    @Test
    void whatIsNotKnownIsNotSplit() {
        assertThat(TurnSplit.of(turn(670.0, new Parts(null, null, null, null, 6.4, 0.0))))
                .isEmpty();
        assertThat(TurnSplit.of(turn(null, new Parts(500.0, 100.0, null, null, null, null))))
                .isEmpty();
    }

    @Test
    void partsThatAreLongerThanTheTimeDoNotReachBeyondIt() {
        assertThat(TurnSplit.words(turn(400.0, new Parts(900.0, 100.0, null, null, null, null))))
                .isEqualTo("endpoint 400 ms");
        assertThat(TurnSplit.words(turn(400.0, new Parts(-20.0, 100.0, null, null, null, null))))
                .isEqualTo("agent 100 · rest 300 ms");
    }

    private static Turn turn(@Nullable Double ttfaMs, Parts parts) {
        return new Turn(1, 1_000, 2_000, null, null, ttfaMs, null, true, false, false, parts, false);
    }
}
