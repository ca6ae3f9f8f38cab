package dev.sidetone.ui.wire;

import dev.sidetone.simulator.wire.WireJson;
import dev.sidetone.simulator.wire.WireRow;
import dev.sidetone.ui.fx.ClipboardText;
import dev.sidetone.ui.fx.JsonView;
import dev.sidetone.ui.selection.ListSelection;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.SelectionModel;
import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Lists the messages of the call in view on both wires, the latest at the bottom; it follows them until the user scrolls back or selects one. */
public final class WirePane extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double ROW_PX = 22;
    private static final double JSON_PX = 110;
    private static final double LEAST_JSON_PX = 66;
    /** In a lower pane the list needs all the room. */
    private static final double ROOM_FOR_JSON_PX = 150;

    private final WireModel model;
    private final ListView<WireRow> list;
    private final JsonView json = new JsonView("message-json");
    private boolean follows = true;
    private boolean jsonBelow;

    public WirePane(WireModel model, SelectionModel selection) {
        this.model = model;
        getStyleClass().add("wire-pane");
        list = new ListView<>(model.shown());
        list.setId("messages");
        list.setFixedCellSize(ROW_PX);
        list.setAccessibleText("Messages");
        list.setAccessibleHelp("Enter or a double click shows a message in the timeline");
        ListSelection<WireRow> rows =
                new ListSelection<>(list, selection, Selection.Kind.MESSAGE, (row, index) -> WireModel.part(row));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> {
            WireCell cell = new WireCell(model);
            rows.mark(cell);
            return cell;
        });
        Label placeholder =
                new Label("Here comes every message, both ways, on Twilio’s stream and on the agent’s wire.");
        placeholder.setWrapText(true);
        placeholder.getStyleClass().add("placeholder");
        list.setPlaceholder(placeholder);
        list.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (COPY.match(pressed)) {
                copy();
                pressed.consume();
            }
        });
        list.addEventFilter(ScrollEvent.SCROLL, scrolled -> follows = scrolled.getDeltaY() < 0 && isAtTheEnd());
        model.pinningProperty().addListener(change -> list.refresh());
        model.shown().addListener((ListChangeListener<WireRow>) change -> follow());
        json.setPrefHeight(JSON_PX);
        json.setMinHeight(LEAST_JSON_PX);
        heightProperty().subscribe(height -> selected(list.getSelectionModel().getSelectedItem()));
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> selected(now));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(new WireBar(model, this::copy, this::export), list, json);
        showJsonBelow(false);
    }

    /** Shows the selected message below the list, for where no other pane shows it. */
    public void showJsonBelow(boolean below) {
        jsonBelow = below;
        selected(list.getSelectionModel().getSelectedItem());
    }

    private void selected(@Nullable WireRow row) {
        follows = row == null && isAtTheEnd();
        json.show(row != null && jsonBelow && getHeight() >= ROOM_FOR_JSON_PX ? WireJson.pretty(row) : "");
    }

    private void follow() {
        follows |= model.shown().isEmpty();
        if (follows && !model.shown().isEmpty()) {
            list.scrollTo(model.shown().size() - 1);
        }
    }

    private boolean isAtTheEnd() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && (flow.getLastVisibleCell() == null
                        || flow.getLastVisibleCell().getIndex() >= model.shown().size() - 2);
    }

    private void copy() {
        List<WireRow> chosen = List.copyOf(list.getSelectionModel().getSelectedItems());
        if (!chosen.isEmpty()) {
            ClipboardText.copy(chosen.stream().map(WireJson::line).collect(Collectors.joining("\n")));
        }
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the listed messages");
        chooser.setInitialFileName("messages.jsonl");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.export(file.toPath());
        }
    }
}
