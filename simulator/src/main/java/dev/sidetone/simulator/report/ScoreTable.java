package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.RunFigures;
import java.util.List;

/** Formats several judged calls as a table, a line each, with the percentiles of all their turns together. */
public final class ScoreTable {
    private static final int LONGEST_NAME = 40;
    private static final int FIGURE = 10;

    private final TerminalColours paint;

    public ScoreTable(boolean colour) {
        this.paint = new TerminalColours(colour);
    }

    /** The table, ending with a line break. */
    public String text(List<JudgedCalls> all) {
        int width = Math.max(
                "recording".length(),
                all.stream().mapToInt(one -> shown(one.name()).length()).max().orElse(0));
        StringBuilder text = new StringBuilder("\n");
        text.append(paint.dim(row("recording", width, "turns", "TTFA p50", "p95", "barge-ins") + "  findings"))
                .append('\n');
        for (JudgedCalls one : all) {
            RunFigures figures = new RunFigures(one.calls());
            String turns = figures.ttfa().count() + " / " + figures.turns();
            text.append(row(shown(one.name()), width, turns, figures))
                    .append("  ")
                    .append(findings(one))
                    .append('\n');
        }
        RunFigures figures =
                new RunFigures(all.stream().flatMap(one -> one.calls().stream()).toList());
        text.append(paint.bold(row("all", width, String.valueOf(figures.ttfa().count()), figures)))
                .append('\n');
        text.append(new TurnTakingReport(paint).line(figures.turnTaking()));
        text.append("judged ").append(JudgedLine.of(figures)).append('\n');
        return text.append(paint.dim("turns: judged / all · p95 from " + LatencyDigest.ENOUGH + " judged turns on"))
                .append('\n')
                .toString();
    }

    private static String row(String name, int width, String turns, RunFigures figures) {
        return row(
                name,
                width,
                turns,
                Figures.wholeMs(figures.ttfa().p50Ms()),
                Figures.wholeMs(figures.ttfa().p95Ms()),
                String.valueOf(figures.bargeIns()));
    }

    private static String row(String name, int width, String... figures) {
        StringBuilder row = new StringBuilder(Figures.left(name, width));
        for (String figure : figures) {
            row.append(Figures.right(figure, FIGURE));
        }
        return row.toString();
    }

    /** The end of a long name: that is where files of a folder differ. */
    private static String shown(String name) {
        return name.length() <= LONGEST_NAME ? name : "…" + name.substring(name.length() - LONGEST_NAME + 1);
    }

    private String findings(JudgedCalls one) {
        String text = FindingGroup.counted(one.findings());
        return one.passed() ? text : paint.in(QualityBand.RED, text);
    }
}
