package dev.sidetone.ui.recordings;

import atlantafx.base.theme.Styles;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.Overlay;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks for confirmation before all recordings are deleted; any other answer keeps them. */
public final class DeleteDialog extends Overlay {
    public DeleteDialog(RecordingsModel model) {
        super(() -> {});
        setId("delete-question");
        Css.load(this, DeleteDialog.class);
        Label title = new Label("Delete all recordings?");
        title.getStyleClass().add("overlay-title");
        Label what = new Label("That is " + model.summaryProperty().get() + ". They cannot be brought back.");
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        Button keep = new Button("Keep them");
        keep.setId("delete-no");
        keep.setCancelButton(true);
        keep.setOnAction(pressed -> close());
        Button delete = new Button("Delete all");
        delete.setId("delete-yes");
        delete.getStyleClass().add(Styles.DANGER);
        delete.setOnAction(pressed -> {
            close();
            model.deleteAll();
        });
        HBox answers = new HBox(keep, delete);
        answers.getStyleClass().add("answers");
        answers.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(title, what, answers);
        card.getStyleClass().add("question-card");
        show(card);
    }
}
