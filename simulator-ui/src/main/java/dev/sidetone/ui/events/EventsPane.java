package dev.sidetone.ui.events;

import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.ui.fx.FxThread;
import java.util.function.DoubleConsumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Lists a call's events, the latest at the bottom; it follows them until the user scrolls back. */
public final class EventsPane extends VBox {
    static final double SCROLL_BAR = 14;
    private static final double AT_THE_END = 0.98;
    private static final double BEYOND_THE_END = 10_000;
    private static final int LAYOUTS = 3;

    private final ListView<EventLine> list;
    private DoubleConsumer jump = atMs -> {};
    private boolean follows = true;

    public EventsPane(EventsModel model) {
        getStyleClass().addAll("events-pane", "card");
        Label title = new Label("Events");
        title.getStyleClass().add("card-title");
        list = new ListView<>(model.shown());
        list.setId("events");
        list.setCellFactory(view -> new EventCell());
        Label placeholder = new Label("Here comes what happens, as it happens.");
        placeholder.setWrapText(true);
        placeholder.getStyleClass().add("placeholder");
        list.setPlaceholder(placeholder);
        list.setAccessibleHelp("Enter or a double click shows an event in the timeline");
        list.setOnMouseClicked(clicked -> jumpIf(clicked.getClickCount() == 2));
        list.setOnKeyPressed(pressed -> jumpIf(pressed.getCode() == KeyCode.ENTER));
        VBox.setVgrow(list, Priority.ALWAYS);
        list.addEventFilter(ScrollEvent.SCROLL, scrolled -> follows = scrolled.getDeltaY() < 0 && isAtTheEnd());
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, released -> follows = isAtTheEnd());
        list.heightProperty().addListener(resized -> followWhenLaidOut(model, LAYOUTS));
        list.widthProperty().addListener(resized -> followWhenLaidOut(model, LAYOUTS));
        model.shown().addListener((ListChangeListener<EventLine>) change -> {
            follow(model);
            followWhenLaidOut(model, LAYOUTS);
        });
        getChildren().addAll(title, list);
    }

    /** Sets the receiver of the time, ms, of an event that is double-clicked or selected with Enter. */
    public void onJump(DoubleConsumer to) {
        jump = to;
    }

    /** Jumps to the selected event, unless it happened before the call's clock started. */
    private void jumpIf(boolean requested) {
        EventLine chosen = list.getSelectionModel().getSelectedItem();
        Double atMs = requested && chosen != null ? chosen.atMs() : null;
        if (atMs != null) {
            follows = false;
            jump.accept(atMs);
        }
    }

    private void follow(EventsModel model) {
        follows |= model.shown().isEmpty();
        if (follows) {
            list.scrollTo(model.shown().size() - 1);
        }
    }

    /** Follows again after the next layouts: the heights of rows that wrap, and so the end of the list, are known only then. */
    private void followWhenLaidOut(EventsModel model, int layouts) {
        FxThread.afterLayout(list, () -> {
            if (follows && layouts > 0) {
                follow(model);
                if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                    flow.scrollPixels(BEYOND_THE_END);
                }
                followWhenLaidOut(model, layouts - 1);
            }
        });
    }

    private boolean isAtTheEnd() {
        for (Node node : list.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL && bar.isVisible()) {
                return bar.getValue() >= AT_THE_END * bar.getMax();
            }
        }
        return true;
    }
}
