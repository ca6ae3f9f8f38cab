package dev.sidetone.bench.accuracy;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of all calls, as tables in Markdown, and whether it is as good as it must be. Immutable. */
final class CallTables {
    private static final double REPORTED_MS = 1;
    private static final double SCORED_MS = 10;
    private static final double EXACT_PERCENT = 99;
    private static final double JUDGED_PERCENT = 95;

    private final List<MeasuredTurn> turns;
    private final List<MeasuredBargeIn> bargeIns;

    CallTables(List<MeasuredTurn> turns, List<MeasuredBargeIn> bargeIns) {
        this.turns = List.copyOf(turns);
        this.bargeIns = List.copyOf(bargeIns);
    }

    String ttfa() {
        StringBuilder table =
                new StringBuilder("| wire | set, ms | turns | judged | reported within 1 ms | median | p99 |"
                        + " largest | `score` within 10 ms | median | p99 | largest |\n");
        table.append("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        heardOut()
                .map(MeasuredTurn::plan)
                .distinct()
                .forEach(plan ->
                        table.append(ttfaRow(plan.wire().name(), String.valueOf(plan.answerMs()), turn -> turn.plan()
                                .equals(plan))));
        return table.append(ttfaRow("**all**", "", turn -> !turn.plan().bargesIn()))
                .toString();
    }

    private String ttfaRow(String wire, String answerMs, Predicate<MeasuredTurn> which) {
        List<MeasuredTurn> some = turns.stream().filter(which).toList();
        Errors reported = errors(some.stream().filter(MeasuredTurn::judged), MeasuredTurn::reported);
        Errors scored = errors(some.stream().filter(MeasuredTurn::judged), MeasuredTurn::scored);
        return row(
                wire,
                answerMs,
                some.size(),
                share(reported.found(), some.size()),
                reported.within(REPORTED_MS),
                reported.size(50),
                reported.size(99),
                reported.largest(),
                scored.within(SCORED_MS),
                scored.size(50),
                scored.size(99),
                scored.largest());
    }

    String bargeIns() {
        StringBuilder table =
                new StringBuilder("| wire | barge-ins | judged | reported as yielded | time to silence within 20 ms |"
                        + " largest error | discarded within 20 ms | largest error | `score`: time to silence within 20 ms |"
                        + " largest error |\n|---|---|---|---|---|---|---|---|---|---|\n");
        bargeIns.stream()
                .map(each -> each.plan().wire().name())
                .distinct()
                .forEach(wire -> table.append(
                        bargeInRow(wire, each -> each.plan().wire().name().equals(wire))));
        return table.append(bargeInRow("**all**", each -> true)).toString();
    }

    private String bargeInRow(String wire, Predicate<MeasuredBargeIn> which) {
        List<MeasuredBargeIn> all = bargeIns.stream().filter(which).toList();
        List<MeasuredBargeIn> some =
                all.stream().filter(MeasuredBargeIn::judged).toList();
        Errors silence = errors(some.stream(), MeasuredBargeIn::silence);
        Errors discarded = errors(some.stream(), MeasuredBargeIn::discarded);
        Errors scored = errors(some.stream(), MeasuredBargeIn::scoredSilence);
        return row(
                wire,
                all.size(),
                share(some.size(), all.size()),
                some.stream().filter(MeasuredBargeIn::yielded).count(),
                silence.within(LineFrame.MS),
                silence.largest(),
                discarded.within(LineFrame.MS),
                discarded.largest(),
                scored.within(LineFrame.MS),
                scored.largest());
    }

    /** The same turns by each way of measuring: those in which the line itself kept time, since only there the truth is known. */
    String ways() {
        StringBuilder table = new StringBuilder("| way of measuring | turns | measured | median error (signed), ms |"
                + " p95 of its size | largest | within 10 ms |\n|---|---|---|---|---|---|---|\n");
        List<Integer> answers =
                turns.stream().map(turn -> turn.plan().answerMs()).distinct().toList();
        way(table, "Sidetone, at the ear", answers, MeasuredTurn::reported);
        way(table, "Sidetone, from the recording", answers, MeasuredTurn::scored);
        way(table, "energy in the mixed recording", answers, MeasuredTurn::mixed);
        way(table, "detector's stop to first audio", answers, MeasuredTurn::stopped);
        return table.toString();
    }

    private void way(
            StringBuilder table, String name, List<Integer> answers, Function<MeasuredTurn, @Nullable Double> error) {
        table.append(wayRow("**" + name + "**", error, turn -> true));
        for (int answerMs : answers) {
            table.append(wayRow(
                    "– answer after " + answerMs + " ms",
                    error,
                    turn -> turn.plan().answerMs() == answerMs && !turn.plan().bargesIn()));
        }
        table.append(
                wayRow("– caller who interrupts", error, turn -> turn.plan().bargesIn()));
    }

    private String wayRow(String name, Function<MeasuredTurn, @Nullable Double> error, Predicate<MeasuredTurn> which) {
        Errors errors = errors(turns.stream().filter(MeasuredTurn::judged).filter(which), error);
        return row(
                name,
                errors.cases(),
                errors.found(),
                errors.bias(),
                errors.size(95),
                errors.largest(),
                errors.within(SCORED_MS));
    }

    /** What falls short of what must hold, in words; empty where all does. */
    List<String> shortfalls() {
        List<String> missed = new ArrayList<>();
        Errors reported = errors(heardOut().filter(MeasuredTurn::judged), MeasuredTurn::reported);
        Errors scored = errors(heardOut().filter(MeasuredTurn::judged), MeasuredTurn::scored);
        double judged = 100.0 * reported.found() / Math.max(1, heardOut().count());
        atLeast(missed, "turns judged", judged, JUDGED_PERCENT);
        atLeast(missed, "judged turns reported within 1 ms", reported.percentWithin(REPORTED_MS), EXACT_PERCENT);
        double found = 100.0 * scored.found() / Math.max(1, scored.cases());
        atLeast(missed, "turns found in their recordings", found, EXACT_PERCENT);
        atLeast(missed, "of those scored within 10 ms", scored.percentWithin(SCORED_MS), EXACT_PERCENT);
        atLeast(missed, "times to silence within a frame", exact(MeasuredBargeIn::silence), EXACT_PERCENT);
        atLeast(missed, "discarded audio within a frame", exact(MeasuredBargeIn::discarded), EXACT_PERCENT);
        return missed;
    }

    private static String share(long some, long all) {
        return String.format(Locale.ROOT, "%.0f %%", 100.0 * some / Math.max(1, all));
    }

    private double exact(Function<MeasuredBargeIn, @Nullable Double> error) {
        Errors errors = errors(bargeIns.stream().filter(MeasuredBargeIn::judged), error);
        return errors.percentWithin(LineFrame.MS) * errors.found() / Math.max(1, errors.cases());
    }

    private static void atLeast(List<String> missed, String what, double percent, double wanted) {
        if (percent < wanted) {
            missed.add(String.format(Locale.ROOT, "%s: %.1f %%, wanted are %.0f %%", what, percent, wanted));
        }
    }

    private Stream<MeasuredTurn> heardOut() {
        return turns.stream().filter(turn -> !turn.plan().bargesIn());
    }

    private static <T> Errors errors(Stream<T> cases, Function<T, @Nullable Double> error) {
        return Errors.of(cases.map(error));
    }

    static String row(Object... cells) {
        StringBuilder row = new StringBuilder("|");
        for (Object cell : cells) {
            row.append(' ').append(cell).append(" |");
        }
        return row.append('\n').toString();
    }
}
