package dev.sidetone.ui.latency;

import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.report.TtfaBands;
import java.util.List;

/** The scale of the TTFA bars: from 0 to a little more than the limit, or than the slowest turn. Immutable. */
record TtfaScale(double mostMs) {
    /** A line across all bars; {@code named} if the axis labels it. */
    record GridLine(double ms, boolean named) {}

    private static final double STEP_MS = 500;
    private static final double LEAST_MS = 1600;

    /** The lines, always as many; those without a label only help to read the scale. */
    static List<GridLine> lines() {
        TtfaBands bands = QualityBand.bands();
        return List.of(
                new GridLine(500, false),
                new GridLine(bands.goodMs(), true),
                new GridLine(1000, false),
                new GridLine(bands.targetMs(), true),
                new GridLine(bands.limitMs(), true));
    }

    static TtfaScale reaching(double slowestMs) {
        return new TtfaScale(slowestMs < LEAST_MS ? LEAST_MS : Math.ceil((slowestMs + 1) / STEP_MS) * STEP_MS);
    }

    /** Returns the position of {@code ms} on a bar of {@code length}. */
    double at(double ms, double length) {
        return Math.min(1, ms / mostMs) * length;
    }
}
