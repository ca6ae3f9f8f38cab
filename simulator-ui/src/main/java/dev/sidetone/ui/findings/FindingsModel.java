package dev.sidetone.ui.findings;

import dev.sidetone.simulator.findings.FindingPage;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.ui.fx.ClipboardText;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.SelectionModel;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The findings of the call in view. On the FX thread; {@link #show} runs at every pulse. */
public final class FindingsModel {
    private static final String NO_CALL =
            "No call yet. What is wrong with a call is listed here, with its cause and its cure.";

    private final SelectionModel selection;
    private final ObservableList<FindingRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Severity> worst = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper(NO_CALL);
    private List<ReportedFinding> shown = List.of();
    private Consumer<String> browser = ClipboardText::copy;

    public FindingsModel(SelectionModel selection) {
        this.selection = selection;
    }

    /** Shows the findings of a call; null shows none. */
    public void show(@Nullable CallResult result) {
        nothing.set(result == null ? NO_CALL : nothing(result));
        List<ReportedFinding> all = result == null ? List.of() : result.findings();
        if (!all.equals(shown)) {
            boolean grown =
                    all.size() >= shown.size() && all.subList(0, shown.size()).equals(shown);
            if (!grown) {
                rows.clear();
            }
            shown = all;
            for (int i = rows.size(); i < all.size(); i++) {
                rows.add(FindingRow.of(i, all.get(i)));
            }
            worst.set(all.stream()
                    .map(ReportedFinding::severity)
                    .min(Comparator.naturalOrder())
                    .orElse(null));
        }
    }

    private static String nothing(CallResult result) {
        MeasuredAt place = result.call().atBridge()
                ? MeasuredAt.BRIDGE
                : result.call().inRecording() ? MeasuredAt.RECORDING : MeasuredAt.EAR;
        String checks = Figures.count(FindingPage.checksAt(place), "check");
        return result.call().durationMs() == null
                ? checks + " look at the call while it runs, none has found anything so far."
                : "Checked: " + checks + ", none found.";
    }

    /** Shows the next problem of the call, after the selected one or the selected moment; returns false behind the last. */
    public boolean next() {
        return reveal(rows.stream()
                .filter(row -> comesAfterSelection(row) && row.part() != null)
                .min(FindingsModel::order)
                .orElse(null));
    }

    /** Shows the problem before the selected one or the selected moment; returns false before the first. */
    public boolean previous() {
        return reveal(rows.stream()
                .filter(row -> comesBeforeSelection(row) && row.part() != null)
                .max(FindingsModel::order)
                .orElse(null));
    }

    private static int order(FindingRow one, FindingRow other) {
        int byTime = Double.compare(atMs(one), atMs(other));
        return byTime == 0 ? Integer.compare(one.index(), other.index()) : byTime;
    }

    private static double atMs(FindingRow row) {
        Double atMs = row.finding().atMs();
        return atMs == null ? Double.NEGATIVE_INFINITY : atMs;
    }

    private boolean comesAfterSelection(FindingRow row) {
        Selection now = selection.selectedProperty().get();
        if (now == null) {
            return true;
        }
        FindingRow selected = selectedRow(now);
        return selected == null ? atMs(row) >= now.fromMs() : order(row, selected) > 0;
    }

    private boolean comesBeforeSelection(FindingRow row) {
        Selection now = selection.selectedProperty().get();
        if (now == null) {
            return true;
        }
        FindingRow selected = selectedRow(now);
        return selected == null ? atMs(row) < now.fromMs() : order(row, selected) < 0;
    }

    private @Nullable FindingRow selectedRow(Selection now) {
        return now.kind() == Selection.Kind.FINDING && now.number() < rows.size() ? rows.get((int) now.number()) : null;
    }

    private boolean reveal(@Nullable FindingRow row) {
        Selection part = row == null ? null : row.part();
        if (part != null) {
            selection.reveal(part);
        }
        return part != null;
    }

    /** Sets what opens a page on the web; until then its address is copied. */
    public void openPagesWith(Consumer<String> opener) {
        browser = opener;
    }

    /** Opens the page on the web, or copies the address of a document; returns whether it was opened. */
    boolean open(FindingPage page) {
        if (page.onTheWeb()) {
            browser.accept(page.address());
        } else {
            ClipboardText.copy(page.address());
        }
        return page.onTheWeb();
    }

    /** The findings, in the order in which they were found. */
    ObservableList<FindingRow> rows() {
        return rows;
    }

    /** The weight of the worst; null without any. */
    public ReadOnlyObjectProperty<@Nullable Severity> worstProperty() {
        return worst.getReadOnlyProperty();
    }

    /** What is said where nothing is listed. */
    public ReadOnlyStringProperty nothingProperty() {
        return nothing.getReadOnlyProperty();
    }
}
