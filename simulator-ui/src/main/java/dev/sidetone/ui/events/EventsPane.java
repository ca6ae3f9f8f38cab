package dev.sidetone.ui.events;

import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.FxThread;
import java.util.function.DoubleConsumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What happened, in words, the latest at the bottom; it follows unless one scrolls back. */
public final class EventsPane extends VBox {
    static final double SCROLL_BAR = 14;
    private static final double AT_THE_END = 0.98;

    private final ListView<EventLine> list;
    private DoubleConsumer jump = atMs -> {};
    private boolean follows = true;

    public EventsPane(EventsModel model) {
        getStyleClass().addAll("events-pane", "card");
        Css.dress(this, EventsPane.class);
        Label title = new Label("Events");
        title.getStyleClass().add("card-title");
        list = new ListView<>(model.told());
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
        list.heightProperty().addListener(resized -> followWhenLaidOut(model));
        list.widthProperty().addListener(resized -> followWhenLaidOut(model));
        model.told().addListener((ListChangeListener<EventLine>) change -> {
            follow(model);
            followWhenLaidOut(model);
        });
        getChildren().addAll(title, list);
    }

    /** Who shows the moment of an event that is double-clicked, or chosen with Enter. */
    public void onJump(DoubleConsumer to) {
        jump = to;
    }

    /** What happened before the call's clock ran is on no timeline. */
    private void jumpIf(boolean asked) {
        EventLine chosen = list.getSelectionModel().getSelectedItem();
        Double atMs = asked && chosen != null ? chosen.atMs() : null;
        if (atMs != null) {
            follows = false;
            jump.accept(atMs);
        }
    }

    private void follow(EventsModel model) {
        follows |= model.told().isEmpty();
        if (follows) {
            list.scrollTo(model.told().size() - 1);
        }
    }

    /** How high a new cell is, and so where the end is, is known after its layout. */
    private void followWhenLaidOut(EventsModel model) {
        FxThread.afterLayout(list, () -> follow(model));
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
