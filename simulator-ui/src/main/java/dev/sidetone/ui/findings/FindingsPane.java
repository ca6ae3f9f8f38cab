package dev.sidetone.ui.findings;

import dev.sidetone.ui.fx.ClipboardText;
import dev.sidetone.ui.selection.ListSelection;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.SelectionModel;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Lists what is wrong with the call in view, each with its cause, its cure and its page. */
public final class FindingsPane extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    public FindingsPane(FindingsModel model, SelectionModel selection) {
        getStyleClass().add("findings-pane");
        ListView<FindingRow> list = new ListView<>(model.rows());
        list.setId("findings");
        list.setAccessibleText("Findings");
        list.setAccessibleHelp("Enter or a double click shows a finding in the timeline");
        ListSelection<FindingRow> rows =
                new ListSelection<>(list, selection, Selection.Kind.FINDING, (row, index) -> row.part());
        list.setCellFactory(view -> {
            FindingCell cell = new FindingCell(model, rows::reveal);
            rows.mark(cell);
            return cell;
        });
        Label nothing = new Label();
        nothing.setId("no-findings");
        nothing.getStyleClass().add("placeholder");
        nothing.setWrapText(true);
        nothing.textProperty().bind(model.nothingProperty());
        list.setPlaceholder(nothing);
        list.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            FindingRow chosen = list.getSelectionModel().getSelectedItem();
            if (COPY.match(pressed) && chosen != null) {
                ClipboardText.copy(chosen.text());
                pressed.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
    }
}
