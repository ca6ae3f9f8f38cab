package dev.sidetone.ui.recordings;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** One line of controls for recordings: keep them, open their folder, delete them all. */
public final class RecordingsPane extends HBox {
    /** {@code confirmDelete} asks for confirmation and deletes all. */
    public RecordingsPane(RecordingsModel model, Runnable confirmDelete) {
        getStyleClass().add("recordings-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label summary = new Label();
        summary.setId("recordings");
        summary.getStyleClass().addAll("summary", Styles.TEXT_MUTED);
        summary.setMinWidth(Region.USE_PREF_SIZE);
        summary.textProperty().bind(model.summaryProperty());
        Button open = button("recordings-open", "Open folder", Material2AL.FOLDER_OPEN);
        open.setTooltip(new Tooltip(model.folder().toString()));
        open.setOnAction(pressed -> model.openFolder());
        open.disableProperty().bind(model.anyProperty().not());
        Button delete = button("recordings-delete", "Delete all", Material2AL.DELETE_OUTLINE);
        delete.setOnAction(pressed -> confirmDelete.run());
        delete.disableProperty().bind(model.deletableProperty().not());
        getChildren().addAll(keep(model), summary, open, delete);
    }

    private static CheckBox keep(RecordingsModel model) {
        CheckBox keep = new CheckBox("Keep recordings");
        keep.setId("recordings-keep");
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.selectedProperty().bindBidirectional(model.keepProperty());
        keep.setTooltip(
                new Tooltip("Every call is kept from its start: sound, events and numbers, for you alone to read."
                        + "\nThe last 50 stay, 1 GB at most. A change holds from the next call on."));
        return keep;
    }

    private static Button button(String id, String text, Ikon icon) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
