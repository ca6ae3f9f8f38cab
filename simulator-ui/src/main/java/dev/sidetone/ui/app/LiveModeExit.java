package dev.sidetone.ui.app;

import dev.sidetone.ui.live.LeaveDialog;
import dev.sidetone.ui.live.LeavingPane;
import dev.sidetone.ui.live.LiveModel;
import dev.sidetone.ui.live.LiveModel.Place;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;

/** Leaves live mode on cancel, on return to the simulated phone and on closing the window. Asks for confirmation while calls run. */
final class LiveModeExit {
    private final LiveModel live;
    private final Consumer<Node> overlays;
    private final ObjectProperty<Place> selected = new SimpleObjectProperty<>(Place.SIMULATED);
    private boolean closing;

    /** {@code overlays} shows a node over the window. */
    LiveModeExit(LiveModel live, Consumer<Node> overlays) {
        this.live = live;
        this.overlays = overlays;
        selected.addListener((property, before, now) -> go(now));
    }

    /** The mode that the user selected; it takes effect when nothing remains to be restored. */
    ObjectProperty<Place> selectedProperty() {
        return selected;
    }

    private void go(Place place) {
        if (place == Place.LIVE || live.isOff()) {
            live.placeProperty().set(place);
            return;
        }
        confirm(() -> live.leave(this::left), () -> selected.set(Place.LIVE));
    }

    /** Returns to the selected mode; stays in live mode, which shows the reason, if a number was not restored. */
    private void left() {
        Place place = live.unrestoredProperty().get() == null ? selected.get() : Place.LIVE;
        selected.set(place);
        live.placeProperty().set(place);
    }

    /** Leaves live mode but keeps its view. */
    void cancel() {
        confirm(() -> live.leave(() -> {}), () -> {});
    }

    /** Runs {@code close} once the number is restored; returns false if the window may close at once. */
    boolean close(Runnable close) {
        if (live.isOff() && !closing) {
            return false;
        }
        if (!closing) {
            closing = true;
            confirm(() -> overlays.accept(new LeavingPane(live, close)), () -> closing = false);
        }
        return true;
    }

    private void confirm(Runnable leave, Runnable stay) {
        long running = live.calls().running();
        if (running == 0) {
            leave.run();
        } else {
            overlays.accept(new LeaveDialog(running, leave, stay));
        }
    }
}
