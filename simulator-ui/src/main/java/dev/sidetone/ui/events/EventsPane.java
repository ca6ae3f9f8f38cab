package dev.sidetone.ui.events;

import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.ui.fx.FxThread;
import dev.sidetone.ui.selection.ListSelection;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.SelectionModel;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Lists a call's events, the latest at the bottom; it follows them until the user scrolls back. */
public final class EventsPane extends VBox {
    static final double SCROLL_BAR = 14;
    private static final double AT_THE_END = 0.98;
    private static final double BEYOND_THE_END = 10_000;
    private static final int LAYOUTS = 3;

    private final ListView<EventLine> list;
    private boolean follows = true;

    public EventsPane(EventsModel model, SelectionModel selection) {
        getStyleClass().add("events-pane");
        list = new ListView<>(model.shown());
        list.setId("events");
        ListSelection<EventLine> rows = new ListSelection<>(list, selection, Selection.Kind.EVENT, EventsPane::part);
        list.setCellFactory(view -> {
            EventCell cell = new EventCell();
            rows.mark(cell);
            return cell;
        });
        Label placeholder = new Label("Here comes what happens, as it happens.");
        placeholder.setWrapText(true);
        placeholder.getStyleClass().add("placeholder");
        list.setPlaceholder(placeholder);
        list.setAccessibleHelp("Enter or a double click shows an event in the timeline");
        list.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, before, now) -> follows &= now.intValue() < 0);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.addEventFilter(ScrollEvent.SCROLL, scrolled -> follows = scrolled.getDeltaY() < 0 && isAtTheEnd());
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, released -> follows = isAtTheEnd());
        list.heightProperty().addListener(resized -> followWhenLaidOut(model, LAYOUTS));
        list.widthProperty().addListener(resized -> followWhenLaidOut(model, LAYOUTS));
        model.shown().addListener((ListChangeListener<EventLine>) change -> {
            follow(model);
            followWhenLaidOut(model, LAYOUTS);
        });
        getChildren().add(list);
    }

    /** An event as a part of the call; null of one before the call's clock started. */
    private static @Nullable Selection part(EventLine event, int index) {
        Double atMs = event.atMs();
        return atMs == null ? null : Selection.moment(Selection.Kind.EVENT, index, atMs);
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
