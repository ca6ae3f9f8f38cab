package dev.sidetone.ui.live;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.live.LiveState.Change;
import dev.sidetone.simulator.live.LiveState.OwnNumber;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What using a number would change, before and after, to the letter. */
final class ChangesPane extends ScrollPane {
    private static final String NOTHING = "nothing";
    private static final int SHORT = 24;

    private final VBox lines = new VBox();

    ChangesPane(ObservableValue<? extends @Nullable OwnNumber> number) {
        setId("live-changes");
        getStyleClass().add("changes");
        lines.getStyleClass().add("lines");
        setContent(lines);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        number.subscribe(this::show);
    }

    private void show(@Nullable OwnNumber number) {
        lines.getChildren().clear();
        if (number == null) {
            lines.getChildren().add(Words.wrapped("Choose a number to see what would be changed.", "hint"));
        } else if (number.changes().isEmpty()) {
            lines.getChildren().add(Words.wrapped("Nothing has to be changed: it rings here already.", "hint"));
        } else {
            lines.getChildren().add(Words.wrapped("Using it changes this, until you put it back:", "hint"));
            number.changes().forEach(change -> lines.getChildren().add(line(change)));
        }
        setVvalue(0);
    }

    private static Node line(Change change) {
        Label setting = new Label(change.setting());
        setting.getStyleClass().add("setting");
        VBox line = new VBox(setting);
        line.getStyleClass().add("change");
        String before = change.before().isEmpty() ? NOTHING : change.before();
        String after = change.after().isEmpty() ? NOTHING : change.after();
        if (before.length() + after.length() <= SHORT) {
            line.getChildren().add(Words.wrapped(before + " → " + after, "after"));
            return line;
        }
        Label old = Words.wrapped(before, "before");
        old.getStyleClass().add(Styles.TEXT_MUTED);
        line.getChildren().addAll(old, Words.wrapped("→ " + after, "after"));
        return line;
    }
}
