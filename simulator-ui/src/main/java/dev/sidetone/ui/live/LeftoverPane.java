package dev.sidetone.ui.live;

import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Asks for the later fate of addresses on the chosen number that look like another Sidetone's. */
final class LeftoverPane extends VBox {
    private final ToggleGroup answers = new ToggleGroup();

    LeftoverPane(LiveModel model) {
        getStyleClass().add("leftover");
        Label question = Labels.wrapped("", "hint");
        question.setId("live-leftover");
        RadioButton clear = answer("live-leftover-clear", "Leave it empty at the end");
        RadioButton keep = answer("live-leftover-keep", "Put it back at the end");
        model.clearsLeftoverProperty().bind(clear.selectedProperty());
        model.keepsLeftoverProperty().bind(keep.selectedProperty());
        getChildren().addAll(question, clear, keep);
        model.numberProperty().subscribe(chosen -> {
            answers.selectToggle(null);
            question.setText(
                    chosen == null || chosen.leftover().isEmpty()
                            ? ""
                            : "Another Sidetone has this number, or has left it so: " + chosen.leftover());
        });
    }

    private RadioButton answer(String id, String words) {
        RadioButton answer = new RadioButton(words);
        answer.setId(id);
        answer.setToggleGroup(answers);
        answer.setWrapText(true);
        return answer;
    }
}
