package dev.sidetone.ui.calls;

import dev.sidetone.simulator.phone.CallHistory;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.ui.fx.FxThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The call with which the one in view is compared, and calls side by side. On the FX thread. */
public final class ComparisonModel {
    private final CallHistory history;
    private final ReadOnlyObjectWrapper<@Nullable PinnedCall> baseline = new ReadOnlyObjectWrapper<>();

    /**
     * The call to compare with.
     *
     * @param time when it was, as the list says it
     * @param name its time, and its name or target
     */
    public record PinnedCall(Path folder, String time, String name, CallResult result) {}

    ComparisonModel(CallHistory history) {
        this.history = history;
    }

    /** Compares the call in view with a recorded one from now on. */
    void pin(CallRow row) {
        Path folder = row.folder();
        if (folder != null) {
            load(
                    List.of(row),
                    results -> baseline.set(new PinnedCall(folder, row.time(), row.shortName(), results.get(0))));
        }
    }

    /** Ends the comparison. */
    public void unpin() {
        baseline.set(null);
    }

    boolean isPinned(CallRow row) {
        PinnedCall pinned = baseline.get();
        return pinned != null && pinned.folder().equals(row.folder());
    }

    /** Hands over the results of rows once all are read; nothing if one of them cannot be. */
    void load(List<CallRow> rows, Consumer<List<CallResult>> to) {
        List<Path> folders = new ArrayList<>();
        for (CallRow row : rows) {
            folders.add(Objects.requireNonNull(row.folder()));
        }
        history.results(folders, results -> FxThread.run(() -> to.accept(results)));
    }

    /** The call to compare with; null without one. */
    public ReadOnlyObjectProperty<@Nullable PinnedCall> baselineProperty() {
        return baseline.getReadOnlyProperty();
    }
}
