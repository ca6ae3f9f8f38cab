package dev.sidetone.ui.transcript;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.report.CallTranscript.Spoken;
import dev.sidetone.ui.fx.ClipboardText;
import dev.sidetone.ui.selection.ListSelection;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.SelectionModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Lists who said what in the call in view, and when; a click shows it in the timeline. */
public final class TranscriptPane extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    public TranscriptPane(TranscriptModel model, SelectionModel selection) {
        getStyleClass().add("transcript-pane");
        ListView<Spoken> list = new ListView<>(model.words());
        list.setId("transcript");
        list.setAccessibleText("Transcript");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        ListSelection<Spoken> rows =
                new ListSelection<>(list, selection, Selection.Kind.TURN, (said, index) -> part(said));
        list.setCellFactory(view -> {
            TranscriptCell cell = new TranscriptCell();
            rows.mark(cell);
            return cell;
        });
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, clicked -> rows.reveal());
        list.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (COPY.match(pressed)) {
                copy(list);
                pressed.consume();
            }
        });
        Label nothing = new Label();
        nothing.getStyleClass().add("placeholder");
        nothing.setWrapText(true);
        nothing.textProperty().bind(model.nothingProperty());
        list.setPlaceholder(nothing);
        Button copyAll = new Button("Copy all", new FontIcon(Material2AL.CONTENT_COPY));
        copyAll.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        copyAll.setTooltip(new Tooltip("Copy the whole transcript as text"));
        copyAll.setOnAction(pressed -> ClipboardText.copy(model.text()));
        HBox head = new HBox(copyAll);
        head.setAlignment(Pos.CENTER_RIGHT);
        head.visibleProperty().bind(Bindings.isNotEmpty(model.words()));
        head.managedProperty().bind(head.visibleProperty());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
    }

    /** Words stand for the turn that they are or answer; those before the first, such as a greeting, for their moment. */
    private static @Nullable Selection part(Spoken said) {
        Double atMs = said.atMs();
        return atMs == null ? null : Selection.moment(Selection.Kind.TURN, said.turn(), atMs);
    }

    private static void copy(ListView<Spoken> list) {
        List<Integer> chosen = new ArrayList<>(list.getSelectionModel().getSelectedIndices());
        chosen.sort(Comparator.naturalOrder());
        StringBuilder text = new StringBuilder();
        for (int index : chosen) {
            Spoken said = list.getItems().get(index);
            text.append(TranscriptCell.clock(said))
                    .append("  ")
                    .append(said.speaker())
                    .append(": ")
                    .append(said.text())
                    .append('\n');
        }
        ClipboardText.copy(text.toString());
    }
}
