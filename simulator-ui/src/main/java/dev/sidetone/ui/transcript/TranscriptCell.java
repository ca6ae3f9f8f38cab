package dev.sidetone.ui.transcript;

import dev.sidetone.simulator.report.CallTranscript.Spoken;
import dev.sidetone.simulator.report.Figures;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Shows what one side said, and when, in as many lines as needed. */
final class TranscriptCell extends ListCell<Spoken> {
    private static final PseudoClass CALLER = PseudoClass.getPseudoClass("caller");
    private static final double LEAST_HEIGHT = 24;
    private static final double SCROLL_BAR = 14;

    private final Label clock = new Label();
    private final Label who = new Label();
    private final Label words = new Label();
    private final HBox row = new HBox(clock, who, words);

    TranscriptCell() {
        clock.getStyleClass().add("clock");
        who.getStyleClass().add("who");
        words.getStyleClass().add("words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        row.getStyleClass().add("said");
        HBox.setHgrow(words, Priority.ALWAYS);
        setPrefWidth(0);
    }

    static String clock(Spoken said) {
        Double atMs = said.atMs();
        return atMs == null ? "--:--.-" : Figures.clock(atMs);
    }

    @Override
    protected void updateItem(@Nullable Spoken said, boolean empty) {
        super.updateItem(said, empty);
        if (empty || said == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        clock.setText(clock(said));
        who.setText(said.speaker());
        words.setText(said.text());
        row.pseudoClassStateChanged(CALLER, said.isCaller());
        setAccessibleText(clock.getText() + ", " + said.speaker() + ": " + said.text());
        setGraphic(row);
    }

    /** Computes the height for the list's width: the list passes no width, and wrapped text needs one. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null || getListView() == null) {
            return LEAST_HEIGHT;
        }
        row.applyCss();
        double taken = clock.prefWidth(-1) + who.prefWidth(-1) + 2 * row.getSpacing();
        double room = getListView().getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
        double height = Math.ceil(words.prefHeight(Math.max(1, room - taken)));
        return Math.max(LEAST_HEIGHT, height + snappedTopInset() + snappedBottomInset());
    }
}
