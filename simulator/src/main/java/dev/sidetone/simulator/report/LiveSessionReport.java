package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.LatencyDigest;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats the calls of a live session for the terminal: each call's own report, and all of them in a few lines. */
public final class LiveSessionReport {
    private static final int LABEL = 10;

    private final CallReport report;
    private final TerminalColours paint;

    public LiveSessionReport(boolean colour) {
        this.report = new CallReport(colour);
        this.paint = new TerminalColours(colour);
    }

    /**
     * Prints it.
     *
     * @param calls what is measured at the bridge, in the order in which they began
     * @param costs of each call in words, an empty text where nothing is known
     * @param all what they cost together, or an empty text; not printed beside a single call
     * @param simulated the last simulated call, or null
     */
    public void print(
            List<CallResult> calls, List<String> costs, String all, @Nullable CallResult simulated, PrintStream out) {
        for (int i = 0; i < calls.size(); i++) {
            out.print(report.text(calls.get(i)));
            line(out, "Cost", costs.get(i));
        }
        out.println();
        line(out, "Session", calls.isEmpty() ? "no calls" : Figures.count(calls.size(), "call"));
        if (!calls.isEmpty()) {
            line(out, "TTFA", "at the bridge: " + digest(calls));
        }
        line(out, "Cost", calls.size() == 1 ? "" : all);
        if (simulated != null && !calls.isEmpty()) {
            line(out, "Beside it", "the last simulated call, at the ear: " + digest(List.of(simulated)));
        }
        out.flush();
    }

    private void line(PrintStream out, String label, String content) {
        if (!content.isEmpty()) {
            out.println(paint.bold(Figures.left(label, LABEL)) + content);
        }
    }

    private static String digest(List<CallResult> calls) {
        LatencyDigest digest = new LatencyDigest();
        for (CallResult call : calls) {
            for (CallResult.Turn turn : call.turns()) {
                if (turn.judged() && turn.ttfaMs() != null) {
                    digest.recordMs(turn.ttfaMs());
                }
            }
        }
        if (digest.count() == 0) {
            return "no turn could be judged";
        }
        return "p50 " + Figures.wholeMs(digest.p50Ms()) + " · p95 "
                + (digest.p95Ms() == null ? "withheld below " + LatencyDigest.ENOUGH : Figures.wholeMs(digest.p95Ms()))
                + " · n=" + digest.count();
    }
}
