package dev.sidetone.simulator.report;

import static dev.sidetone.simulator.report.Figures.left;
import static dev.sidetone.simulator.report.Figures.right;

import org.jspecify.annotations.Nullable;

/**
 * A live call's figures beside those of the last simulated one, told apart: the one column is the bridge's, the other the ear's, and
 * nothing is subtracted. Immutable.
 *
 * @param live of the call over the bridge
 * @param simulated of the last simulated call, or null if there is none
 */
public record BesideTable(CallFigures live, @Nullable CallFigures simulated) {
    private static final int NAME = 24;
    private static final int FIGURE = 20;

    /** The table for a terminal, ending with a line break. */
    public String text() {
        CallFigures other = simulated;
        StringBuilder text = new StringBuilder();
        row(text, "", "live, at the bridge", other == null ? null : "simulated, at the ear");
        row(text, "TTFA p50", ttfa(live), other == null ? null : ttfa(other));
        row(text, "barge-in to silence", silence(live), other == null ? null : silence(other));
        row(text, "greeting", greeting(live), other == null ? null : greeting(other));
        row(text, "playout by marks, p50", playout(live), other == null ? null : playout(other));
        return text.toString();
    }

    private static void row(StringBuilder text, String name, String of, @Nullable String other) {
        text.append("  ").append(left(name, NAME)).append(right(of, FIGURE));
        if (other != null) {
            text.append(right(other, FIGURE + 4));
        }
        text.append('\n');
    }

    private static String ttfa(CallFigures figures) {
        return Figures.wholeMs(figures.ttfaP50Ms()) + " (n=" + figures.turns() + ")";
    }

    private static String silence(CallFigures figures) {
        return Figures.wholeMs(figures.silenceMs());
    }

    private static String greeting(CallFigures figures) {
        return Figures.wholeMs(figures.greetingMs());
    }

    private static String playout(CallFigures figures) {
        return Figures.wholeMs(figures.playoutP50Ms());
    }
}
