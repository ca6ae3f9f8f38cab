package dev.sidetone.simulator.scenario.draft;

import org.jspecify.annotations.Nullable;

/** The bound that a measured time is given, so that it holds when the call is played again. Stateless. */
final class Bound {
    private static final double LEAST_MARGIN_MS = 200;
    private static final double MARGIN = 0.25;
    private static final int STEP_MS = 50;
    private static final double LONGEST_MS = 600_000;

    private Bound() {}

    /** A quarter more, 200 ms at least, rounded up to 50 ms; null of what is no time to expect. */
    static @Nullable String above(@Nullable Double ms) {
        if (ms == null || !(ms >= 0 && ms <= LONGEST_MS)) {
            return null;
        }
        double most = ms + Math.max(LEAST_MARGIN_MS, MARGIN * ms);
        return (long) Math.ceil((double) Math.round(most) / STEP_MS) * STEP_MS + "ms";
    }

    /** {@code ms} to the nearest {@code stepMs}. */
    static String about(double ms, int stepMs) {
        return Math.round(ms / stepMs) * stepMs + "ms";
    }
}
