package dev.sidetone.ui.latency;

import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The figures of a call as displayed. On the FX thread; {@link #show} runs at every pulse. */
public final class LatencyModel {
    private final ReadOnlyObjectWrapper<Tile> last = new ReadOnlyObjectWrapper<>(Tile.unknown("no turn yet"));
    private final ReadOnlyObjectWrapper<Tile> median = new ReadOnlyObjectWrapper<>(Tile.unknown("no turn yet"));
    private final ReadOnlyObjectWrapper<Tile> slowest = new ReadOnlyObjectWrapper<>(Tile.unknown("no turn yet"));
    private final ReadOnlyObjectWrapper<Tile> greeting = new ReadOnlyObjectWrapper<>(Tile.unknown("none heard"));
    private final ReadOnlyObjectWrapper<Tile> bargeIn = new ReadOnlyObjectWrapper<>(Tile.unknown("none yet"));
    private final ReadOnlyStringWrapper doubt = new ReadOnlyStringWrapper("");
    private final ObservableList<Turn> turns = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<MeasuringPoint> measuringPoint =
            new ReadOnlyObjectWrapper<>(MeasuringPoint.HEARD);
    private final ReadOnlyStringWrapper against = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper compared = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ComparedCall> baseline = new ReadOnlyObjectWrapper<>(ComparedCall.NONE);
    private final ReadOnlyObjectWrapper<Map<Integer, String>> words = new ReadOnlyObjectWrapper<>(Map.of());
    private @Nullable CallResult shown;

    /** Compares the figures with those of {@code result}, of a call at {@code time}, from now on; null compares with none. */
    public void against(@Nullable CallResult result, String time) {
        if (!Objects.equals(result, baseline.get().result())) {
            baseline.set(result == null ? ComparedCall.NONE : ComparedCall.of(result, time));
            against.set(baseline.get().medianAgainst(turns));
        }
    }

    /** Shows the figures of a call; null shows none, at the measuring point {@code otherwise}. */
    public void show(@Nullable CallResult result, MeasuringPoint otherwise) {
        MeasuringPoint where = result == null ? otherwise : MeasuringPoint.of(result);
        measuringPoint.set(where);
        if (where == MeasuringPoint.HEARD) {
            compared.set("");
        }
        if (Objects.equals(result, shown)) {
            return;
        }
        shown = result;
        show(result == null ? List.of() : result.turns());
        waiting.set(result == null ? 0 : waiting(result));
        greeting.set(greeting(result == null ? null : result.greeting().firstAudibleAtMs()));
        bargeIn.set(bargeIn(result == null ? List.of() : result.bargeIns()));
        doubt.set(result == null ? "" : doubt(result));
    }

    /** Shows what the caller said in each turn, by the turn's number, where it is known. */
    public void say(Map<Integer, String> callers) {
        words.set(callers);
    }

    /** Shows a simulated call's figures beside the current ones; null shows none. */
    public void compare(@Nullable CallResult simulated) {
        compared.set(simulated == null ? "" : inOneLine(simulated));
    }

    private static String inOneLine(CallResult simulated) {
        TtfaTiles figures = TtfaTiles.of(simulated.turns());
        if (figures.last().value().equals(Figures.UNKNOWN)) {
            return "";
        }
        return "last " + figures.last().value() + " · median "
                + figures.median().value() + " · slowest " + figures.slowest().value();
    }

    /** Sets only changed turns, so that the list keeps its position and cells. */
    private void show(List<Turn> all) {
        if (turns.equals(all)) {
            return;
        }
        if (all.size() < turns.size()) {
            turns.clear();
        }
        for (int i = 0; i < all.size(); i++) {
            if (i == turns.size()) {
                turns.add(all.get(i));
            } else if (!turns.get(i).equals(all.get(i))) {
                turns.set(i, all.get(i));
            }
        }
        TtfaTiles figures = TtfaTiles.of(all);
        last.set(figures.last());
        median.set(figures.median());
        slowest.set(figures.slowest());
        against.set(baseline.get().medianAgainst(all));
    }

    /** Returns the number of the turn whose answer is still possible, or 0. */
    private static int waiting(CallResult result) {
        int count = result.turns().size();
        if (count == 0 || result.call().endedBy() != null) {
            return 0;
        }
        Turn latest = result.turns().get(count - 1);
        return latest.ttfaMs() == null ? latest.turn() : 0;
    }

    private static Tile greeting(@Nullable Double audibleAtMs) {
        return audibleAtMs == null
                ? Tile.unknown("none heard")
                : new Tile(Figures.wholeMs(audibleAtMs), "after the start", null);
    }

    private static Tile bargeIn(List<BargeIn> all) {
        if (all.isEmpty()) {
            return Tile.unknown("none yet");
        }
        BargeIn latest = all.get(all.size() - 1);
        if (latest.silenceMs() == null) {
            boolean failed = Boolean.FALSE.equals(latest.yielded());
            return new Tile(
                    Figures.UNKNOWN, failed ? "did not yield" : "not silent yet", failed ? QualityBand.RED : null);
        }
        String discarded =
                latest.discardedMs() == null ? "no clear" : Figures.seconds(latest.discardedMs()) + " discarded";
        return new Tile(Figures.wholeMs(latest.silenceMs()), discarded, QualityBand.ofSilenceMs(latest.silenceMs()));
    }

    private static String doubt(CallResult result) {
        long unjudged = result.turns().stream().filter(turn -> !turn.judged()).count();
        if (unjudged == 0) {
            return "";
        }
        String not = Figures.count(unjudged, "turn") + " not judged";
        CallResult.Line line = result.line();
        return line == null || line.reliable() ? not : not + " · line not reliable";
    }

    /** The time to first audio of the latest judged turn. */
    public ReadOnlyObjectProperty<Tile> lastProperty() {
        return last.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tile> medianProperty() {
        return median.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tile> slowestProperty() {
        return slowest.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tile> greetingProperty() {
        return greeting.getReadOnlyProperty();
    }

    /** The time to silence of the latest barge-in. */
    public ReadOnlyObjectProperty<Tile> bargeInProperty() {
        return bargeIn.getReadOnlyProperty();
    }

    /** The measuring point of the times. */
    public ReadOnlyObjectProperty<MeasuringPoint> measuringPointProperty() {
        return measuringPoint.getReadOnlyProperty();
    }

    /** The heard TTFA of the last simulated call for comparison; empty without one or while it is shown itself. */
    public ReadOnlyStringProperty comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** The call with which the figures are compared. */
    public ReadOnlyObjectProperty<ComparedCall> baselineProperty() {
        return baseline.getReadOnlyProperty();
    }

    /** The change of the median, as in {@code −40 against 09:12}; empty where nothing is compared or either median is not known. */
    public ReadOnlyStringProperty againstProperty() {
        return against.getReadOnlyProperty();
    }

    /** The number of turns not judged, as text; empty if all were judged. */
    public ReadOnlyStringProperty doubtProperty() {
        return doubt.getReadOnlyProperty();
    }

    /** The number of the turn whose answer is still possible, or 0. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** What the caller said in each turn, by the turn's number, where it is known. */
    ReadOnlyObjectProperty<Map<Integer, String>> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** The turns whose end is known, in order. */
    public ObservableList<Turn> turns() {
        return turns;
    }
}
