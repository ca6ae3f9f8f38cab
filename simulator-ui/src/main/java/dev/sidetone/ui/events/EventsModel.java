package dev.sidetone.ui.events;

import dev.sidetone.simulator.report.EventLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Keeps the latest events of each call in order and shows those of one call. On the FX thread. */
public final class EventsModel {
    private static final int MOST = 20_000;

    private final ObservableList<EventLine> shown = FXCollections.observableArrayList();
    /** Kept as long as the call is referenced elsewhere. */
    private final Map<Object, List<EventLine>> byCall = new WeakHashMap<>();

    private @Nullable Object inView;

    /** Shows the events of {@code call}, including later ones; null shows none. */
    public void show(@Nullable Object call) {
        if (call != inView) {
            inView = call;
            shown.clear();
            shown.addAll(call == null ? List.of() : byCall.getOrDefault(call, List.of()));
        }
    }

    /** Adds the next event of a call. */
    public void add(Object call, EventLine next) {
        add(byCall.computeIfAbsent(call, nothing -> new ArrayList<>()), next);
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

    public ObservableList<EventLine> shown() {
        return shown;
    }
}
