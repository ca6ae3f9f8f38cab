package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.number.NumberChange;
import dev.sidetone.simulator.live.number.SelectableNumber;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The settings that using a number would change, with their values before and after. */
final class ChangesPane extends ScrollPane {
    private static final String NOTHING = "nothing";
    /** The most characters of two values that stand on one line. */
    private static final int SHORT = 24;

    private final VBox lines = new VBox();

    ChangesPane(ObservableValue<? extends @Nullable SelectableNumber> number) {
        setId("live-changes");
        getStyleClass().add("changes");
        lines.getStyleClass().add("lines");
        setContent(lines);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        number.subscribe(this::show);
    }

    private void show(@Nullable SelectableNumber number) {
        lines.getChildren().clear();
        if (number == null) {
            lines.getChildren().add(Labels.wrapped("Choose a number to see what would be changed.", "hint"));
        } else if (number.changes().isEmpty()) {
            lines.getChildren().add(Labels.wrapped("Nothing has to be changed: it rings here already.", "hint"));
        } else {
            lines.getChildren().add(Labels.wrapped("Changed until you put it back:", "hint"));
            number.changes().forEach(change -> lines.getChildren().add(line(change)));
        }
        setVvalue(0);
    }

    private static Node line(NumberChange change) {
        Label setting = new Label(change.setting());
        setting.getStyleClass().add("setting");
        VBox line = new VBox(setting);
        line.getStyleClass().add("change");
        String before = change.before().isEmpty() ? NOTHING : change.before();
        String after = change.after().isEmpty() ? NOTHING : change.after();
        if (before.length() + after.length() <= SHORT) {
            line.getChildren().add(Labels.wrapped(before + " → " + after, "after"));
            return line;
        }
        line.getChildren().addAll(marked("", before, "before"), marked("→", after, "after"));
        return line;
    }

    /** Two values stand below each other, so that the difference shows. */
    private static Node marked(String mark, String text, String style) {
        Label arrow = new Label(mark);
        arrow.getStyleClass().addAll("arrow", style);
        Label words = Labels.wrapped(text, style);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(arrow, words);
    }
}
