package dev.sidetone.ui.live;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.live.E164;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.Overlay;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for the number to which a call is transferred. */
final class TransferDialog extends Overlay {
    private final TextField to;

    TransferDialog(LiveCallsModel model, LiveCall call) {
        super(() -> {});
        setId("transfer-dialog");
        Css.load(this, TransferDialog.class);
        Label title = new Label("Put this call through?");
        title.getStyleClass().add("overlay-title");
        String other = call.isOutbound() ? call.to() : call.from();
        Label what = Labels.wrapped("The agent leaves, and " + other + " is put through to:", "what");
        to = new TextField(model.humanNumber());
        to.setId("transfer-to");
        to.setAccessibleText("Number to put through to");
        to.setPromptText("+14155550123");
        Label hint = new Label();
        hint.setId("transfer-hint");
        hint.getStyleClass().add("hint");
        Button put = new Button("Put through");
        put.setId("transfer-yes");
        put.getStyleClass().add(Styles.ACCENT);
        put.setDefaultButton(true);
        put.setOnAction(pressed -> {
            close();
            model.transfer(call, to.getText());
        });
        to.textProperty().subscribe(typed -> {
            hint.setText(E164.problem(typed));
            put.setDisable(!hint.getText().isEmpty());
        });
        VBox card = new VBox(title, what, to, hint, answers(put));
        card.getStyleClass().add("question-card");
        show(card);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                to.requestFocus();
            }
        });
    }

    private HBox answers(Button put) {
        Button no = new Button("Cancel");
        no.setId("transfer-no");
        no.setCancelButton(true);
        no.setOnAction(pressed -> close());
        HBox answers = new HBox(no, put);
        answers.getStyleClass().add("answers");
        answers.setAlignment(Pos.CENTER_RIGHT);
        return answers;
    }
}
