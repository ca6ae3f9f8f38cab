package dev.sidetone.ui.calls;

import dev.sidetone.bridge.time.WallClock;
import dev.sidetone.simulator.phone.CallHistory;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.recording.RecordedCall;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.simulator.timeline.CallResult;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The list of calls, what is done with each, and which of them is in view. On the FX thread; {@link #pull} at every pulse. */
public final class CallListModel {
    /** Pulses between two looks at the folder, about five seconds: another window records there too. */
    private static final int LOOK_PULSES = 150;

    private final CallHistory history;
    private final RecordingsModel recordings;
    private final ViewedCallModel viewed = new ViewedCallModel();
    private final ComparisonModel comparison;
    private final ObservableList<CallRow> rows = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable WatchedCall> inView = new ReadOnlyObjectWrapper<>();
    private Consumer<WatchedCall> showCurrent = call -> {};
    private List<CurrentCall> current = List.of();
    private List<Object> shown = List.of();
    private @Nullable WatchedCall newest;
    private int pulses;

    public CallListModel(Softphone phone) {
        this.history = phone.history();
        this.recordings = new RecordingsModel(phone);
        this.comparison = new ComparisonModel(history);
    }

    /** Sets what brings one of the window's own calls into view. */
    public void onShowCurrent(Consumer<WatchedCall> show) {
        showCurrent = show;
    }

    /**
     * Updates the list. A call that has begun comes into view.
     *
     * @param calls this window's own calls in memory, the newest first
     */
    public void pull(List<? extends WatchedCall> calls) {
        if (pulses++ % LOOK_PULSES == 0) {
            history.look();
        }
        current = calls.stream().map(CurrentCall::of).toList();
        running.set(current.stream().anyMatch(CurrentCall::isRunning));
        WatchedCall first = calls.isEmpty() ? null : calls.get(0);
        if (first != newest) {
            newest = first;
            viewed.close();
        }
        viewed.pull();
        List<Object> now = state();
        if (!now.equals(shown)) {
            shown = now;
            show(new CallRows(now(), ZoneId.systemDefault()).of(current, history.calls()));
        }
    }

    /** All that the rows are made from: they are made again when one of it is another. */
    private List<Object> state() {
        List<Object> state = new ArrayList<>();
        state.add(new Same(history.calls()));
        state.add(filter.get());
        state.add(now().atZone(ZoneId.systemDefault()).toLocalDate());
        for (CurrentCall call : current) {
            Double elapsedMs = call.call().elapsedMs();
            CallResult result = call.call().result();
            state.add(call.call());
            state.add(call.isRunning());
            state.add(String.valueOf(call.startedAt()));
            state.add(elapsedMs == null ? -1L : Math.round(elapsedMs / 1000));
            state.add(result.findings().size());
            state.add(result.turns().size());
        }
        return state;
    }

    /** Compared by identity: a list of hundreds of calls is the same until something changed. */
    private record Same(List<RecordedCall> calls) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Same same && same.calls == calls;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(calls);
        }
    }

    /** Changes only what is another, so that the list keeps its place and its selection. */
    private void show(List<CallRow> all) {
        List<CallRow> matching =
                all.stream().filter(row -> row.matches(filter.get())).toList();
        Set<Object> keys = matching.stream().map(CallRow::key).collect(Collectors.toSet());
        rows.removeIf(row -> !keys.contains(row.key()));
        for (int i = 0; i < matching.size(); i++) {
            CallRow row = matching.get(i);
            if (i == rows.size() || !rows.get(i).key().equals(row.key())) {
                rows.removeIf(other -> other.key().equals(row.key()));
                rows.add(i, row);
            } else if (!rows.get(i).equals(row)) {
                rows.set(i, row);
            }
        }
    }

    @WallClock("the list says of a call of today only the hour")
    private static Instant now() {
        return Instant.now();
    }

    /** Brings a call into view: at once if it is in memory, else once its recording is open. */
    void open(CallRow row) {
        if (row.call() != null) {
            viewed.close();
            showCurrent.accept(row.call());
        } else if (row.folder() != null) {
            viewed.open(row.folder(), row.shortName());
        }
    }

    /** Notes which call the window shows. */
    public void shows(@Nullable WatchedCall call) {
        inView.set(call);
    }

    /** Whether a row's call is in view, or is being opened. */
    boolean isInView(CallRow row) {
        Path folder = viewed.folder();
        return folder == null ? row.call() != null && row.call() == inView.get() : folder.equals(row.folder());
    }

    /** The call that the window shows; null without one. */
    ReadOnlyObjectProperty<@Nullable WatchedCall> inViewProperty() {
        return inView.getReadOnlyProperty();
    }

    void rename(CallRow row, String name) {
        if (row.folder() != null) {
            history.rename(row.folder(), name);
        }
    }

    void keep(CallRow row, boolean kept) {
        if (row.folder() != null) {
            history.keep(row.folder(), kept);
        }
    }

    /** Deletes the recordings of rows; one in view leaves it. */
    void delete(List<CallRow> these) {
        List<Path> folders = new ArrayList<>();
        for (CallRow row : these) {
            if (row.folder() != null) {
                folders.add(row.folder());
                if (row.folder().equals(viewed.folder())) {
                    viewed.close();
                }
            }
        }
        history.delete(folders);
    }

    /** The problem with the list or with a call that was to be opened, or null. */
    public @Nullable Trouble trouble() {
        Trouble notOpened = viewed.trouble();
        return notOpened == null ? recordings.trouble() : notOpened;
    }

    /** The rows that match the filter. */
    ObservableList<CallRow> rows() {
        return rows;
    }

    /** Whether there may be a call, though none matches the filter. */
    boolean hasAny() {
        return !current.isEmpty() || !history.calls().isEmpty() || !history.hasLooked();
    }

    /** The words that every row in the list holds. */
    StringProperty filterProperty() {
        return filter;
    }

    /** Whether a call of this window goes on. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public RecordingsModel recordings() {
        return recordings;
    }

    public ViewedCallModel viewed() {
        return viewed;
    }

    public ComparisonModel comparison() {
        return comparison;
    }
}
