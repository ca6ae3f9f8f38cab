package dev.sidetone.ui.selection;

import dev.sidetone.ui.selection.Selection.Kind;
import java.util.function.BiFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Binds a list of parts of the call with what is selected in the call: its selected row is the selected part, and rows that the selected part
 * touches are marked. A click or an arrow key selects, a double click or Enter also shows the part in the timeline. On the FX thread.
 */
public final class ListSelection<T> {
    private static final PseudoClass TOUCHED = PseudoClass.getPseudoClass("touched");

    private final ListView<T> list;
    private final SelectionModel model;
    private final Kind kind;
    private final BiFunction<T, Integer, @Nullable Selection> part;
    private boolean following;

    /**
     * @param kind the kind of part that its rows are
     * @param part the part that a row at a place stands for; null of a row without a moment
     */
    public ListSelection(
            ListView<T> list, SelectionModel model, Kind kind, BiFunction<T, Integer, @Nullable Selection> part) {
        this.list = list;
        this.model = model;
        this.kind = kind;
        this.part = part;
        list.getSelectionModel().selectedIndexProperty().addListener(change -> selected());
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, clicked -> {
            if (clicked.getButton() == MouseButton.PRIMARY && clicked.getClickCount() == 2) {
                reveal();
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                reveal();
            }
        });
        model.selectedProperty().addListener(change -> follow(false));
        model.onReveal(shown -> follow(true));
    }

    /** Marks {@code cell} while the selected part touches its row's. To be called once for each cell. */
    public void mark(ListCell<T> cell) {
        Runnable marking = () -> cell.pseudoClassStateChanged(TOUCHED, isTouched(cell));
        cell.itemProperty().subscribe(marking);
        cell.indexProperty().subscribe(marking);
        model.selectedProperty().subscribe(marking);
    }

    /** Selects the row at a place, as a user does. */
    public void select(int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - 1));
    }

    private boolean isTouched(ListCell<T> cell) {
        Selection now = model.selectedProperty().get();
        Selection own = cell.isEmpty() ? null : part(cell.getIndex());
        return now != null && own != null && now.touches(own.fromMs(), own.toMs());
    }

    private @Nullable Selection part(int index) {
        return index < 0 || index >= list.getItems().size()
                ? null
                : part.apply(list.getItems().get(index), index);
    }

    private void selected() {
        Selection chosen = part(list.getSelectionModel().getSelectedIndex());
        if (!following
                && chosen != null
                && !chosen.equals(model.selectedProperty().get())) {
            model.select(chosen);
        }
    }

    /** Shows the selected row's part in the timeline. */
    public void reveal() {
        Selection chosen = part(list.getSelectionModel().getSelectedIndex());
        if (chosen != null) {
            model.reveal(chosen);
        }
    }

    private void follow(boolean scroll) {
        Selection now = model.selectedProperty().get();
        int index = now == null || now.kind() != kind ? -1 : find(now);
        int selected = list.getSelectionModel().getSelectedIndex();
        if (index >= 0 && isAt(selected, now)) {
            index = selected;
        }
        following = true;
        try {
            if (index < 0) {
                list.getSelectionModel().clearSelection();
            } else if (index != list.getSelectionModel().getSelectedIndex()) {
                list.getSelectionModel().clearAndSelect(index);
                list.getFocusModel().focus(index);
            }
        } finally {
            following = false;
        }
        if (scroll && index >= 0) {
            list.scrollTo(Math.max(0, index - 1));
        }
    }

    /** The first place of a part, or -1. */
    private int find(Selection wanted) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (isAt(i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAt(int index, @Nullable Selection wanted) {
        Selection there = part(index);
        return there != null && wanted != null && there.is(wanted.kind(), wanted.number());
    }
}
