package dev.sidetone.ui.events;

import dev.sidetone.simulator.report.Told;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What was told of a call, in order, the latest of a long one. On the FX thread. */
public final class EventsModel {
    private static final int MOST = 20_000;

    private final ObservableList<Told> told = FXCollections.observableArrayList();

    /** A new call begins. */
    public void clear() {
        told.clear();
    }

    /** Adds what is told next. */
    public void add(Told next) {
        if (told.size() == MOST) {
            told.remove(0, MOST / 10);
        }
        told.add(next);
    }

    public ObservableList<Told> told() {
        return told;
    }
}
