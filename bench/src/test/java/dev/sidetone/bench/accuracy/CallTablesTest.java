package dev.sidetone.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallTablesTest {
    private static final PlannedCall HEARD_OUT = new PlannedCall(FakeOpenAi.REALTIME, 505, 100, false);
    private static final PlannedCall INTERRUPTED = new PlannedCall(FakeOpenAi.REALTIME, 505, 100, true);

    private final List<MeasuredTurn> turns = new ArrayList<>(Collections.nCopies(100, turn(true, 0.0, 2.5)));
    private final List<MeasuredBargeIn> bargeIns =
            new ArrayList<>(Collections.nCopies(100, new MeasuredBargeIn(INTERRUPTED, true, true, 0.0, 20.0, 0.0)));

    @Test
    void aRunThatIsAsAccurateAsItMustBeFallsShortOfNothing() {
        assertThat(tables().shortfalls()).isEmpty();
        assertThat(tables().ttfa())
                .contains("| openai | 505 | 100 | 100 % | 100.0 % | 0.0 | 0.0 | 0.0 | 100.0 % | 2.5 | 2.5 | 2.5 |");
        assertThat(tables().bargeIns())
                .contains("| openai | 100 | 100 % | 100 | 100.0 % | 0.0 | 100.0 % | 20.0 | 100.0 % | 0.0 |");
    }

    @Test
    void aSecondTurnInAHundredThatIsATickOffFallsShort() {
        turns.set(0, turn(true, 20.0, 2.5));
        assertThat(tables().shortfalls()).isEmpty();

        turns.set(1, turn(true, 20.0, 22.5));
        turns.set(4, turn(true, 0.0, 22.5));
        turns.set(2, turn(true, 0.0, null));
        turns.set(3, turn(true, 0.0, null));
        assertThat(tables().shortfalls())
                .containsExactly(
                        "judged turns reported within 1 ms: 98.0 %, wanted are 99 %",
                        "turns found in their recordings: 98.0 %, wanted are 99 %",
                        "of those scored within 10 ms: 98.0 %, wanted are 99 %");
    }

    @Test
    void turnsThatWereNotJudgedCountAsSuchAndForNothingElse() {
        for (int i = 0; i < 6; i++) {
            turns.set(i, turn(false, 20.0, 22.5));
        }
        assertThat(tables().shortfalls()).containsExactly("turns judged: 94.0 %, wanted are 95 %");
        assertThat(tables().ways()).contains("| **Sidetone, at the ear** | 94 | 94 | +0.0 | 0.0 | 0.0 | 100.0 % |");
    }

    @Test
    void aBargeInWithoutAFigureIsNoneWithinAFrame() {
        bargeIns.set(0, new MeasuredBargeIn(INTERRUPTED, true, false, null, null, null));
        bargeIns.set(1, new MeasuredBargeIn(INTERRUPTED, true, true, 0.0, 40.0, 0.0));
        assertThat(tables().shortfalls()).containsExactly("discarded audio within a frame: 98.0 %, wanted are 99 %");
    }

    private CallTables tables() {
        return new CallTables(turns, bargeIns);
    }

    private static MeasuredTurn turn(boolean judged, double reported, @Nullable Double scored) {
        return new MeasuredTurn(HEARD_OUT, 520, judged, reported, scored, 40.0, -510.0);
    }
}
