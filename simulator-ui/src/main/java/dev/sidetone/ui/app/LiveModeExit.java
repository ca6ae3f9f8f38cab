package dev.sidetone.ui.app;

import dev.sidetone.ui.live.LeaveDialog;
import dev.sidetone.ui.live.LeavingPane;
import dev.sidetone.ui.live.LiveModel;
import dev.sidetone.ui.live.LiveModel.Place;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;

/** The ways out of live mode: a cancel, back to the simulated phone, and out of the window. Each asks first where calls run. */
final class LiveModeExit {
    private final LiveModel live;
    private final Consumer<Node> over;
    private final ObjectProperty<Place> wanted = new SimpleObjectProperty<>(Place.SIMULATED);
    private boolean closing;

    /** {@code over} hangs something over the window. */
    LiveModeExit(LiveModel live, Consumer<Node> over) {
        this.live = live;
        this.over = over;
        wanted.addListener((property, before, now) -> go(now));
    }

    /** Where somebody wants to be: one is there when there is nothing left to put back. */
    ObjectProperty<Place> wantedProperty() {
        return wanted;
    }

    private void go(Place place) {
        if (place == Place.LIVE || live.isOff()) {
            live.placeProperty().set(place);
            return;
        }
        ask(() -> live.leave(this::back), () -> wanted.set(Place.LIVE));
    }

    /** A number that was not put back keeps one here, where the reason is told. */
    private void back() {
        Place place = live.unrestoredProperty().get() == null ? wanted.get() : Place.LIVE;
        wanted.set(place);
        live.placeProperty().set(place);
    }

    /** Leaves live mode, and stays where it is begun. */
    void cancel() {
        ask(() -> live.leave(() -> {}), () -> {});
    }

    /** Closes the window by {@code close} as soon as the number is put back; answers whether that takes a while. */
    boolean close(Runnable close) {
        if (live.isOff() && !closing) {
            return false;
        }
        if (!closing) {
            closing = true;
            ask(() -> over.accept(new LeavingPane(live, close)), () -> closing = false);
        }
        return true;
    }

    private void ask(Runnable leave, Runnable stay) {
        long running = live.calls().running();
        if (running == 0) {
            leave.run();
        } else {
            over.accept(new LeaveDialog(running, leave, stay));
        }
    }
}
