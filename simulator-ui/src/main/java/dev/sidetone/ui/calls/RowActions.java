package dev.sidetone.ui.calls;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What is done with the selected rows, by the menu and by keys. On the FX thread. */
final class RowActions {
    private final CallListModel model;
    private final MultipleSelectionModel<CallRow> selection;
    private final Consumer<Node> ask;
    private final Runnable closed;

    /**
     * @param ask shows a dialog over the window
     * @param closed runs after a dialog was closed
     */
    RowActions(CallListModel model, MultipleSelectionModel<CallRow> selection, Consumer<Node> ask, Runnable closed) {
        this.closed = closed;
        this.model = model;
        this.selection = selection;
        this.ask = ask;
    }

    /** Enter opens, F2 renames, Delete deletes after a question. */
    void press(KeyEvent pressed) {
        if (pressed.isShortcutDown() || pressed.isAltDown()) {
            return;
        }
        KeyCode key = pressed.getCode();
        if (key == KeyCode.ENTER) {
            open();
        } else if (key == KeyCode.F2) {
            rename();
        } else if (key == KeyCode.DELETE) {
            delete();
        } else {
            return;
        }
        pressed.consume();
    }

    List<CallRow> selected() {
        return selection.getSelectedItems().stream().filter(Objects::nonNull).toList();
    }

    void open() {
        List<CallRow> chosen = selected();
        if (chosen.size() == 1) {
            model.open(chosen.get(0));
        } else if (chosen.size() > 1) {
            sideBySide();
        }
    }

    void rename() {
        List<CallRow> chosen = selected();
        if (chosen.size() == 1 && chosen.get(0).folder() != null) {
            ask.accept(new RenameDialog(model, chosen.get(0), closed));
        }
    }

    void delete() {
        List<CallRow> chosen = selected().stream()
                .filter(row -> row.folder() != null && !row.running())
                .toList();
        if (!chosen.isEmpty()) {
            ask.accept(DeleteDialog.of(chosen, () -> model.delete(chosen), closed));
        }
    }

    void sideBySide() {
        List<CallRow> chosen =
                selected().stream().filter(row -> row.folder() != null).toList();
        model.comparison().load(chosen, results -> ask.accept(new SideBySideDialog(chosen, results, closed)));
    }
}
