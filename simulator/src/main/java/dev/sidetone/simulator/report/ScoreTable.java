package dev.sidetone.simulator.report;

import dev.sidetone.simulator.recording.RunJson;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.LatencyDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats several judged calls as a table, a line each, with the percentiles of all their turns together. */
public final class ScoreTable {
    private static final int LONGEST_NAME = 40;
    private static final int FIGURE = 10;

    private final TerminalColours paint;

    public ScoreTable(boolean colour) {
        this.paint = new TerminalColours(colour);
    }

    /** The table, ending with a line break. */
    public String text(List<RunJson.Judged> all) {
        int width = Math.max(
                "recording".length(),
                all.stream().mapToInt(one -> shown(one.name()).length()).max().orElse(0));
        StringBuilder text = new StringBuilder("\n");
        text.append(paint.dim(row("recording", width, "turns", "TTFA p50", "p95", "barge-ins") + "  findings"))
                .append('\n');
        for (RunJson.Judged one : all) {
            LatencyDigest ttfa = RunJson.ttfa(List.of(one.call()));
            text.append(row(
                            shown(one.name()),
                            width,
                            turns(one.call()),
                            ms(ttfa.p50Ms()),
                            ms(ttfa.p95Ms()),
                            bargeIns(one.call())))
                    .append("  ")
                    .append(findings(one))
                    .append('\n');
        }
        LatencyDigest ttfa = RunJson.ttfa(all.stream().map(RunJson.Judged::call).toList());
        text.append(paint.bold(row(
                        "all",
                        width,
                        String.valueOf(ttfa.count()),
                        ms(ttfa.p50Ms()),
                        ms(ttfa.p95Ms()),
                        String.valueOf(all.stream()
                                .mapToInt(one -> one.call().bargeIns().size())
                                .sum()))))
                .append('\n');
        return text.append(paint.dim("turns: judged / all · p95 from " + LatencyDigest.ENOUGH + " judged turns on"))
                .append('\n')
                .toString();
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

    private static String turns(CallResult call) {
        long judged = RunJson.ttfa(List.of(call)).count();
        return judged + " / " + call.turns().size();
    }

    private static String ms(@Nullable Double ms) {
        return Figures.wholeMs(ms);
    }

    private static String bargeIns(CallResult call) {
        return String.valueOf(call.bargeIns().size());
    }

    private String findings(RunJson.Judged one) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        one.call()
                .findings()
                .forEach(found -> counts.merge(found.severity().word() + " " + found.code(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((what, count) -> parts.add(count == 1 ? what : what + " × " + count));
        String text = parts.isEmpty() ? "none" : String.join(", ", parts);
        return one.passed() ? text : paint.in(QualityBand.RED, text);
    }
}
