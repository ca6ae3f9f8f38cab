package dev.sidetone.ui.wire;

import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.wire.MessageExport;
import dev.sidetone.simulator.wire.WireLog;
import dev.sidetone.simulator.wire.WireRow;
import dev.sidetone.ui.selection.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The messages of the call in view, and which of them are listed. On the FX thread; {@link #show} runs at every pulse and changes lists once. */
public final class WireModel {
    /** A number that is drawn anew at every pulse cannot be read, and costs a layout. */
    private static final int PULLS_A_COUNT = 15;

    private static final int FIXED_KINDS = 2;

    private final ObservableList<WireRow> shown = FXCollections.observableArrayList();
    private final ObservableList<String> kinds = FXCollections.observableArrayList(WireFilter.ANY, WireFilter.NO_SOUND);
    private final ObjectProperty<WireFilter> filter = new SimpleObjectProperty<>(WireFilter.NONE);
    private final ReadOnlyLongWrapper messages = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper();
    private final ReadOnlyIntegerWrapper pinning = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final List<WireRow> all = new ArrayList<>();
    private final FramePins pins = new FramePins();
    private final MessageExport export = new MessageExport();
    private @Nullable WireLog log;
    private long openId;
    private long kept;
    private long pulls;

    public WireModel() {
        filter.addListener(
                change -> shown.setAll(all.stream().filter(filter.get()).toList()));
    }

    /** Shows the messages that {@code now} has kept so far, with the call's findings; null shows none. */
    public void show(@Nullable WireLog now, List<ReportedFinding> findings) {
        if (now != log) {
            clear();
            log = now;
        }
        if (now != null) {
            take(now.since(openId));
        }
        if (pins.show(findings, all)) {
            pinning.set(pinning.get() + 1);
        }
        outcome.set(export.outcome());
    }

    private void clear() {
        all.clear();
        shown.clear();
        pins.clear();
        kinds.remove(FIXED_KINDS, kinds.size());
        messages.set(0);
        dropped.set(0);
        openId = 0;
        kept = 0;
    }

    private void take(WireLog.Reading reading) {
        drop(reading.firstId());
        List<WireRow> listed = new ArrayList<>();
        List<WireRow> added = new ArrayList<>();
        for (WireRow row : reading.rows()) {
            int place = (int) (row.id() - reading.firstId());
            if (place < all.size()) {
                kept += row.count() - all.get(place).count();
                replace(place, row);
            } else {
                kept += row.count();
                all.add(row);
                added.add(row);
                if (filter.get().test(row)) {
                    listed.add(row);
                }
                name(row.kind());
            }
        }
        if (!listed.isEmpty()) {
            shown.addAll(listed);
        }
        if (pins.add(added)) {
            pinning.set(pinning.get() + 1);
        }
        openId = reading.openId();
        if (pulls++ % PULLS_A_COUNT == 0 || added.isEmpty()) {
            messages.set(reading.dropped() + kept);
        }
        dropped.set(reading.dropped());
    }

    private void drop(long firstId) {
        int old = 0;
        while (old < all.size() && all.get(old).id() < firstId) {
            kept -= all.get(old).count();
            old++;
        }
        all.subList(0, old).clear();
        int gone = 0;
        while (gone < shown.size() && shown.get(gone).id() < firstId) {
            gone++;
        }
        if (gone > 0) {
            shown.remove(0, gone);
        }
    }

    private void replace(int place, WireRow row) {
        if (!all.get(place).equals(row)) {
            all.set(place, row);
            int listed = indexOf(row.id());
            if (listed >= 0) {
                shown.set(listed, row);
            }
        }
    }

    /** Adds a kind at its place in the alphabet, behind the choices that are no kinds. */
    private void name(String kind) {
        int place = FIXED_KINDS;
        while (place < kinds.size() && kinds.get(place).compareTo(kind) < 0) {
            place++;
        }
        if (place == kinds.size() || !kinds.get(place).equals(kind)) {
            kinds.add(place, kind);
        }
    }

    /** The place of a row among those listed, or -1; their ids ascend. */
    private int indexOf(long id) {
        int low = 0;
        int high = shown.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = shown.get(middle).id();
            if (there == id) {
                return middle;
            }
            if (there < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The row of that id; null when it is not kept any more. */
    public @Nullable WireRow row(long id) {
        long place = all.isEmpty() ? -1 : id - all.get(0).id();
        return place < 0 || place >= all.size() ? null : all.get((int) place);
    }

    /** A row as a part of the call; null of one before the call's clock ran. */
    static @Nullable Selection part(WireRow row) {
        Double fromMs = row.fromMs();
        Double toMs = row.toMs();
        return fromMs == null || toMs == null
                ? null
                : new Selection(Selection.Kind.MESSAGE, row.id(), fromMs, Math.max(fromMs, toMs));
    }

    /** The findings pinned to a row. */
    public List<ReportedFinding> pinned(WireRow row) {
        return pins.of(row);
    }

    /** Writes the listed rows to a file as JSON lines. */
    void export(Path file) {
        export.start(List.copyOf(shown), file);
    }

    /** The rows that pass the filter, in order. */
    ObservableList<WireRow> shown() {
        return shown;
    }

    /** What the filter of kinds offers. */
    ObservableList<String> kinds() {
        return kinds;
    }

    ObjectProperty<WireFilter> filterProperty() {
        return filter;
    }

    /** How many messages there are, those that were dropped included. */
    public ReadOnlyLongProperty messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    /** How many messages are not kept any more. */
    ReadOnlyLongProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }

    /** Changes whenever a finding is pinned. */
    ReadOnlyIntegerProperty pinningProperty() {
        return pinning.getReadOnlyProperty();
    }

    /** What became of the last export; empty before the first. */
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }
}
