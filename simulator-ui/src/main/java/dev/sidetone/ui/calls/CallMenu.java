package dev.sidetone.ui.calls;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

/** The menu of the selected rows: what it offers is made anew each time it opens. */
final class CallMenu extends ContextMenu {
    private final CallListModel model;
    private final RowActions actions;

    CallMenu(CallListModel model, RowActions actions) {
        this.model = model;
        this.actions = actions;
        // A menu without an item does not open.
        getItems().add(new MenuItem());
        setOnShowing(opens -> fill());
    }

    private void fill() {
        List<CallRow> chosen = actions.selected();
        getItems().clear();
        if (chosen.size() == 1) {
            one(chosen.get(0));
        }
        if (chosen.size() > 1) {
            add("calls-side-by-side", "Compare " + chosen.size() + " calls side by side", true, actions::sideBySide);
        }
        boolean anyRecorded = chosen.stream().anyMatch(row -> row.folder() != null && !row.running());
        String what = chosen.size() > 1 ? "Delete " + chosen.size() + " calls…" : "Delete…";
        MenuItem delete = add("calls-delete", what, anyRecorded, actions::delete);
        delete.setAccelerator(new KeyCodeCombination(KeyCode.DELETE));
    }

    private void one(CallRow row) {
        boolean recorded = row.folder() != null;
        add("calls-open", "Open", true, actions::open).setAccelerator(new KeyCodeCombination(KeyCode.ENTER));
        add("calls-rename", "Rename…", recorded, actions::rename).setAccelerator(new KeyCodeCombination(KeyCode.F2));
        add(
                "calls-keep",
                row.isKept() ? "Take the star away" : "Keep, with a star",
                recorded,
                () -> model.keep(row, !row.isKept()));
        getItems().add(new SeparatorMenuItem());
        if (model.comparison().isPinned(row)) {
            add("calls-unpin", "End the comparison", true, model.comparison()::unpin);
        } else {
            add("calls-pin", "Compare others with this call", recorded && !row.running(), () -> model.comparison()
                    .pin(row));
        }
        add("calls-folder", "Open folder", recorded, () -> {
            if (row.folder() != null) {
                model.recordings().openFolder(row.folder());
            }
        });
        getItems().add(new SeparatorMenuItem());
    }

    private MenuItem add(String id, String text, boolean possible, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setDisable(!possible);
        item.setOnAction(chosen -> action.run());
        getItems().add(item);
        return item;
    }
}
