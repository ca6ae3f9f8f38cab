package dev.sidetone.ui.events;

import dev.sidetone.simulator.report.EventLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What was told of each call, in order, the latest of a long one; one call's is shown. On the FX thread. */
public final class EventsModel {
    private static final int MOST = 20_000;

    private final ObservableList<EventLine> shown = FXCollections.observableArrayList();
    /** As long as anybody knows the call. */
    private final Map<Object, List<EventLine>> told = new WeakHashMap<>();

    private @Nullable Object inView;

    /** Shows what was told of {@code call}, and what will be; null: there is no call. */
    public void show(@Nullable Object call) {
        if (call != inView) {
            inView = call;
            shown.clear();
            shown.addAll(call == null ? List.of() : told.getOrDefault(call, List.of()));
        }
    }

    /** Adds what is told next of a call. */
    public void add(Object call, EventLine next) {
        add(told.computeIfAbsent(call, nothing -> new ArrayList<>()), next);
        if (call == inView) {
            add(shown, next);
        }
    }

    private static void add(List<EventLine> all, EventLine next) {
        if (all.size() == MOST) {
            all.subList(0, MOST / 10).clear();
        }
        all.add(next);
    }

    public ObservableList<EventLine> told() {
        return shown;
    }
}
