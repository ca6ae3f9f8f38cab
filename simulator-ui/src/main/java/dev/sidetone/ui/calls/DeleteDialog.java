package dev.sidetone.ui.calls;

import atlantafx.base.theme.Styles;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.Overlay;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks for confirmation before recordings are deleted; any other answer keeps them. */
final class DeleteDialog extends Overlay {
    private DeleteDialog(
            String question, String explained, String otherwise, String answer, Runnable deletes, Runnable closed) {
        super(closed);
        setId("delete-question");
        Css.load(this, DeleteDialog.class);
        Label title = new Label(question);
        title.getStyleClass().add("overlay-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        Label what = new Label(explained);
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        Button keep = new Button(otherwise);
        keep.setId("delete-no");
        keep.setCancelButton(true);
        keep.setOnAction(pressed -> close());
        Button delete = new Button(answer);
        delete.setId("delete-yes");
        delete.getStyleClass().add(Styles.DANGER);
        delete.setOnAction(pressed -> {
            close();
            deletes.run();
        });
        HBox answers = new HBox(keep, delete);
        answers.getStyleClass().add("answers");
        answers.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(title, what, answers);
        card.getStyleClass().add("question-card");
        show(card);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                keep.requestFocus();
            }
        });
    }

    /** Asks before all are deleted. */
    static DeleteDialog ofAll(RecordingsModel model) {
        return new DeleteDialog(
                "Delete all recordings?",
                "That is " + model.summaryProperty().get() + ". Calls marked with a star stay, and calls that are being"
                        + " recorded. The others cannot be brought back.",
                "Keep them",
                "Delete all",
                model::deleteAll,
                () -> {});
    }

    /** Asks before {@code rows} are deleted; {@code closed} runs after any answer. */
    static DeleteDialog of(List<CallRow> rows, Runnable deletes, Runnable closed) {
        boolean one = rows.size() == 1;
        return new DeleteDialog(
                one ? "Delete this recording?" : "Delete " + rows.size() + " recordings?",
                (one ? rows.get(0).shortName() + ". It" : "They") + " cannot be brought back.",
                one ? "Keep it" : "Keep them",
                "Delete",
                deletes,
                closed);
    }
}
