package dev.sidetone.simulator.report;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.RunFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the figures of a call with those of an earlier one: each as both reports show it, and by how much it changed. Immutable. */
public final class CallComparison {
    /** A change that is not greater is no news: the line itself moves in ticks of 20 ms. */
    private static final double WORTH_SAYING_MS = 20;

    private static final int LABEL = 22;
    private static final int COLUMN = 15;

    private final List<Row> rows = new ArrayList<>();

    /**
     * One figure.
     *
     * @param change by how much it went up or down; empty where that is unknown
     * @param better whether it got better, or null where it did not change or is neither good nor bad
     */
    public record Row(String figure, String before, String after, String change, @Nullable Boolean better) {}

    private CallComparison() {}

    /** Compares {@code after} with {@code before}. */
    public static CallComparison of(CallResult before, CallResult after) {
        CallComparison both = new CallComparison();
        LatencyDigest ttfaBefore = new RunFigures(List.of(before)).ttfa();
        LatencyDigest ttfaAfter = new RunFigures(List.of(after)).ttfa();
        both.add(new Row("turns judged", judged(before, ttfaBefore), judged(after, ttfaAfter), "", null));
        both.wholeMs("TTFA p50", ttfaBefore.p50Ms(), ttfaAfter.p50Ms());
        both.wholeMs("TTFA p95", ttfaBefore.p95Ms(), ttfaAfter.p95Ms());
        both.turns(before.turns(), after.turns());
        both.ms(
                "greeting",
                before.greeting().firstAudibleAtMs(),
                after.greeting().firstAudibleAtMs());
        both.bargeIns(before.bargeIns(), after.bargeIns());
        both.count("findings", before.findings().size(), after.findings().size());
        both.only("found before only", codes(before), codes(after), true);
        both.only("found now only", codes(after), codes(before), false);
        return both;
    }

    /** The figures, in order. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** As a table for the terminal, ending with a line break. */
    public String text(boolean colour) {
        TerminalColours paint = new TerminalColours(colour);
        StringBuilder text = new StringBuilder("\n");
        text.append(paint.dim(line("", "before", "now", "change"))).append('\n');
        for (Row row : rows) {
            String line = line(row.figure(), row.before(), row.after(), row.change());
            QualityBand band = Boolean.TRUE.equals(row.better()) ? QualityBand.GREEN : QualityBand.RED;
            text.append(row.better() == null ? line : paint.in(band, line)).append('\n');
        }
        return text.toString();
    }

    private static String line(String figure, String before, String after, String change) {
        String line = Figures.left(figure, LABEL)
                + Figures.right(before, COLUMN)
                + Figures.right(after, COLUMN)
                + Figures.right(change, COLUMN);
        return line.stripTrailing();
    }

    private void turns(List<Turn> before, List<Turn> after) {
        boolean all = true;
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            boolean judged = isJudged(before, i) && isJudged(after, i);
            ms("turn " + (i + 1) + " TTFA" + (judged ? "" : " *"), ttfaMs(before, i), ttfaMs(after, i), judged);
            all &= judged;
        }
        if (!all) {
            add(new Row("* not judged in both", "", "", "", null));
        }
    }

    private static boolean isJudged(List<Turn> turns, int at) {
        return at >= turns.size() || turns.get(at).judged();
    }

    private static @Nullable Double ttfaMs(List<Turn> turns, int at) {
        return at < turns.size() ? turns.get(at).ttfaMs() : null;
    }

    private void bargeIns(List<BargeIn> before, List<BargeIn> after) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            String which = Math.max(before.size(), after.size()) == 1 ? "" : " " + (i + 1);
            ms("barge-in" + which + " → silence", silenceMs(before, i), silenceMs(after, i));
        }
    }

    private static @Nullable Double silenceMs(List<BargeIn> bargeIns, int at) {
        return at < bargeIns.size() ? bargeIns.get(at).silenceMs() : null;
    }

    private void ms(String figure, @Nullable Double before, @Nullable Double after) {
        ms(figure, before, after, true);
    }

    /** @param counts whether a change says something of the call */
    private void ms(String figure, @Nullable Double before, @Nullable Double after, boolean counts) {
        Double change = before == null || after == null ? null : (Double) (after - before);
        String text = change == null ? "" : signed(change, Figures.ms(Math.abs(change)));
        add(new Row(figure, Figures.ms(before), Figures.ms(after), text, counts ? better(change) : null));
    }

    private void wholeMs(String figure, @Nullable Double before, @Nullable Double after) {
        Double change =
                before == null || after == null ? null : (Double) (double) (Math.round(after) - Math.round(before));
        String text = change == null ? "" : signed(change, Figures.wholeMs(Math.abs(change)));
        add(new Row(figure, Figures.wholeMs(before), Figures.wholeMs(after), text, better(change)));
    }

    private void count(String figure, int before, int after) {
        String change = signed(after - before, String.valueOf(Math.abs(after - before)));
        Boolean better = before == after ? null : (Boolean) (after < before);
        add(new Row(figure, String.valueOf(before), String.valueOf(after), change, better));
    }

    private void only(String figure, List<String> these, List<String> others, boolean before) {
        String codes = these.stream().filter(code -> !others.contains(code)).collect(Collectors.joining(", "));
        if (!codes.isEmpty()) {
            add(new Row(figure, before ? codes : "", before ? "" : codes, "", before));
        }
    }

    private void add(Row row) {
        boolean nothing = row.before().equals(Figures.UNKNOWN) && row.after().equals(Figures.UNKNOWN);
        if (!nothing) {
            rows.add(row);
        }
    }

    private static @Nullable Boolean better(@Nullable Double change) {
        return (change == null || Math.abs(change) <= WORTH_SAYING_MS) ? null : (Boolean) (change < 0);
    }

    private static String signed(double change, String size) {
        return change == 0 ? "=" : (change < 0 ? "−" : "+") + size;
    }

    private static String judged(CallResult call, LatencyDigest ttfa) {
        return ttfa.count() + " / " + call.turns().size();
    }

    private static List<String> codes(CallResult call) {
        return call.findings().stream()
                .map(ReportedFinding::code)
                .filter(Objects::nonNull)
                .map(ForeignText::line)
                .distinct()
                .toList();
    }
}
