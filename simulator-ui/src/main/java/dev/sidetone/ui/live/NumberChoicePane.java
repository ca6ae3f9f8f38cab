package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.number.SelectableNumber;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The account's numbers, and the settings that using the chosen one would change. */
final class NumberChoicePane extends VBox {
    private static final double ROW = 42;
    private static final int MOST_ROWS = 4;
    private static final double EDGES = 2;

    private final ListView<SelectableNumber> list = new ListView<>();

    NumberChoicePane(LiveModel model) {
        getStyleClass().add("choose");
        list.setId("live-numbers");
        list.setAccessibleText("Voice numbers of the account");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new NumberCell());
        Label none =
                Labels.wrapped("This account has no number that takes calls. Buy one in Twilio's console.", "hint");
        list.setPlaceholder(none);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.numberProperty().set(now);
            }
        });
        model.numberProperty().addListener((property, before, now) -> select(now));
        model.stateProperty().subscribe(now -> {
            if (!list.getItems().equals(now.numbers())) {
                fill(now.numbers(), model);
            }
        });
        ChangesPane changes = new ChangesPane(model.numberProperty());
        VBox.setVgrow(changes, Priority.ALWAYS);
        getChildren().addAll(list, changes);
    }

    private void fill(List<SelectableNumber> numbers, LiveModel model) {
        double height = ROW * Math.max(1, Math.min(MOST_ROWS, numbers.size())) + EDGES;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        SelectableNumber chosen = model.numberProperty().get();
        list.getItems().setAll(numbers);
        select(numbers.size() == 1 ? numbers.get(0) : chosen);
    }

    private void select(@Nullable SelectableNumber number) {
        if (number == null || !list.getItems().contains(number)) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(number);
        }
    }
}
