package dev.sidetone.ui.events;

import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.ui.fx.Css;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Shows one event: its time, its source and its text in as many lines as needed. */
final class EventCell extends ListCell<EventLine> {
    private static final double LEAST_HEIGHT = 22;
    private static final double PADDING = 4;
    private static final String[] SPEAKERS = {"caller", "agent", "note", "finding"};

    private final Label clock = new Label();
    private final Label who = new Label();
    private final TextFlow what = new TextFlow();
    private final HBox row = new HBox(clock, who, what);

    EventCell() {
        clock.getStyleClass().add("clock");
        who.getStyleClass().add("who");
        what.getStyleClass().add("what");
        row.getStyleClass().add("event");
        HBox.setHgrow(what, Priority.ALWAYS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable EventLine event, boolean empty) {
        super.updateItem(event, empty);
        if (empty || event == null) {
            setGraphic(null);
            return;
        }
        clock.setText(event.clock().strip());
        who.setText(event.who());
        for (String speaker : SPEAKERS) {
            row.pseudoClassStateChanged(PseudoClass.getPseudoClass(speaker), speaker.equals(event.who()));
        }
        what.getChildren().setAll(event.what().stream().map(EventCell::text).toList());
        setGraphic(row);
    }

    private static Text text(EventLine.Span words) {
        Text text = new Text(words.text());
        text.getStyleClass().add("words");
        Css.mark(text, QualityBand.values(), words.band());
        return text;
    }

    /** Computes the height for the list's width: the list passes no width, and wrapped text needs one. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null || getListView() == null) {
            return LEAST_HEIGHT;
        }
        // New words have no font yet, and the list keeps the height that it is given first.
        row.applyCss();
        double taken = clock.prefWidth(-1) + who.prefWidth(-1) + 2 * row.getSpacing();
        double room = getListView().getWidth()
                - getListView().snappedLeftInset()
                - getListView().snappedRightInset()
                - snappedLeftInset()
                - snappedRightInset()
                - EventsPane.SCROLL_BAR;
        return Math.max(LEAST_HEIGHT, Math.ceil(what.prefHeight(Math.max(1, room - taken))) + PADDING);
    }
}
