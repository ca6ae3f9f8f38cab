package dev.sidetone.simulator.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.CannotRun;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A short calibration, on real sockets in real time. */
@Tag("real-time")
class CalibrationIT {
    private static final int TICK_MS = 20;

    @Test
    void theTruthOfEveryTurnIsTheAgentsOwn() throws CannotRun {
        List<Integer> spoken = new CopyOnWriteArrayList<>();
        CalibrationResult result;

        try (Calibration calibration = Calibration.start(3, spoken::add)) {
            result = calibration.await();
        }

        assertThat(result.made()).isEqualTo(3);
        assertThat(result.heard()).isEqualTo(3);
        assertThat(spoken).containsExactly(1, 2, 3);
        // A busy machine's bridge may miss a tick, and the answer is then heard a whole tick later.
        assertThat(result.errorsMs()).allSatisfy(ms -> assertThat(Math.abs(ms - TICK_MS * Math.round(ms / TICK_MS)))
                .isLessThan(1));
        assertThat(result.line().latenessMaxMs()).isNotNull();
    }

    @Test
    void whoCancelsIsToldThatNothingWasJudged() throws CannotRun {
        try (Calibration calibration = Calibration.start(Calibration.TURNS, turn -> {})) {
            calibration.cancel();

            assertThatThrownBy(calibration::await)
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("cancelled after 0 of 20 turns");
        }
    }
}
