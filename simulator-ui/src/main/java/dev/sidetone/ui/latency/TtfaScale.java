package dev.sidetone.ui.latency;

import dev.sidetone.simulator.timeline.Thresholds;
import java.util.List;

/** Where milliseconds lie on the bars: from nothing at the left to a little past the limit, or the slowest turn, at the right. */
record TtfaScale(double mostMs) {
    /** A line across all bars. */
    record Mark(double ms, boolean named) {}

    private static final double STEP_MS = 500;
    private static final double LEAST_MS = 1600;

    /** Half a second and a second are only there to count by. */
    static final List<Mark> MARKS = List.of(
            new Mark(500, false),
            new Mark(Thresholds.GOOD_TTFA_MS, true),
            new Mark(1000, false),
            new Mark(Thresholds.TARGET_TTFA_MS, true),
            new Mark(Thresholds.LIMIT_TTFA_MS, true));

    static TtfaScale reaching(double slowestMs) {
        return new TtfaScale(slowestMs < LEAST_MS ? LEAST_MS : Math.ceil((slowestMs + 1) / STEP_MS) * STEP_MS);
    }

    /** Where {@code ms} is on a length. */
    double at(double ms, double length) {
        return Math.min(1, ms / mostMs) * length;
    }
}
