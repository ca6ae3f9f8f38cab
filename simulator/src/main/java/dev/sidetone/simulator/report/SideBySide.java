package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.RunFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures of several calls, such as of one caller with several agents, each in a column of its own. Immutable. */
public final class SideBySide {
    private final List<Row> rows;

    /** One figure of all calls. */
    public record Row(String figure, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One figure of one call.
     *
     * @param band its rating, or null where it has none
     * @param best whether it is the lowest of those that differ
     */
    public record Cell(String text, @Nullable QualityBand band, boolean best) {}

    private SideBySide(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Compares calls, in their order. */
    public static SideBySide of(List<CallResult> calls) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("Turns judged", calls, SideBySide::judged));
        rows.add(times("TTFA p50", calls, call -> ttfa(call).p50Ms(), QualityBand::ofTtfaMs));
        rows.add(times("TTFA p95", calls, call -> ttfa(call).p95Ms(), QualityBand::ofTtfaMs));
        rows.add(times("Slowest TTFA", calls, call -> ttfa(call).maxMs(), QualityBand::ofTtfaMs));
        rows.add(times("Greeting", calls, call -> call.greeting().firstAudibleAtMs(), null));
        rows.add(times(
                "Barge-in to silence",
                calls,
                call -> new RunFigures(List.of(call)).silence().p50Ms(),
                QualityBand::ofSilenceMs));
        rows.add(row("Findings", calls, call -> String.valueOf(call.findings().size())));
        rows.removeIf(row -> row.cells().stream().allMatch(cell -> cell.text().equals(Figures.UNKNOWN)));
        return new SideBySide(rows);
    }

    /** The figures that at least one call has, in order. */
    public List<Row> rows() {
        return rows;
    }

    private static LatencyDigest ttfa(CallResult call) {
        return new RunFigures(List.of(call)).ttfa();
    }

    private static String judged(CallResult call) {
        long judged = call.turns().stream().filter(CallResult.Turn::judged).count();
        return judged + " / " + call.turns().size();
    }

    private static Row row(String figure, List<CallResult> calls, Function<CallResult, String> text) {
        return new Row(
                figure,
                calls.stream()
                        .map(call -> new Cell(text.apply(call), null, false))
                        .toList());
    }

    private static Row times(
            String figure,
            List<CallResult> calls,
            Function<CallResult, @Nullable Double> time,
            @Nullable Function<Double, QualityBand> band) {
        List<Long> known = new ArrayList<>();
        for (CallResult call : calls) {
            Double ms = time.apply(call);
            if (ms != null) {
                known.add(Math.round(ms));
            }
        }
        long least = known.stream().mapToLong(ms -> ms).min().orElse(0);
        boolean differ = known.stream().distinct().count() > 1;
        List<Cell> cells = new ArrayList<>();
        for (CallResult call : calls) {
            Double ms = time.apply(call);
            cells.add(
                    ms == null
                            ? new Cell(Figures.UNKNOWN, null, false)
                            : new Cell(
                                    Figures.wholeMs(ms),
                                    band == null ? null : band.apply(ms),
                                    differ && Math.round(ms) == least));
        }
        return new Row(figure, cells);
    }
}
