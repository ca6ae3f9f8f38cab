package dev.sidetone.ui.calls;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.recording.RecordingLabel;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.ElidedLabel;
import dev.sidetone.ui.fx.Overlay;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for a call's name. */
final class RenameDialog extends Overlay {
    RenameDialog(CallListModel model, CallRow row, Runnable closed) {
        super(closed);
        setId("rename-dialog");
        Css.load(this, DeleteDialog.class);
        Label title = new Label("Name this call");
        title.getStyleClass().add("overlay-title");
        TextField name = new TextField(row.label().name());
        name.setId("rename-name");
        name.setAccessibleText("Name of the call");
        name.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() > RecordingLabel.MOST_CHARS ? null : change));
        Button cancel = new Button("Cancel");
        cancel.setId("rename-no");
        cancel.setCancelButton(true);
        cancel.setOnAction(pressed -> close());
        Button set = new Button("Set the name");
        set.setId("rename-yes");
        set.setDefaultButton(true);
        set.getStyleClass().add(Styles.ACCENT);
        set.setOnAction(pressed -> {
            close();
            model.rename(row, name.getText());
        });
        HBox answers = new HBox(cancel, set);
        answers.getStyleClass().add("answers");
        answers.setAlignment(Pos.CENTER_RIGHT);
        Label which = new ElidedLabel(Styles.TEXT_MUTED);
        which.setText(row.shortName());
        VBox card = new VBox(title, which, name, answers);
        card.getStyleClass().add("question-card");
        show(card);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                name.requestFocus();
                name.selectAll();
            }
        });
    }
}
