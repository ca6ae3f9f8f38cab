package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.LiveState.Change;
import dev.sidetone.simulator.live.LiveState.OwnNumber;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
            lines.getChildren().add(Labels.wrapped("Choose a number to see what would be changed.", "hint"));
        } else if (number.changes().isEmpty()) {
            lines.getChildren().add(Labels.wrapped("Nothing has to be changed: it rings here already.", "hint"));
        } else {
            lines.getChildren().add(Labels.wrapped("Changed until you put it back:", "hint"));
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
            line.getChildren().add(Labels.wrapped(before + " → " + after, "after"));
            return line;
        }
        line.getChildren().addAll(signed("", before, "before"), signed("→", after, "after"));
        return line;
    }

    /** The two stand below each other, so that what differs is seen. */
    private static Node signed(String sign, String text, String style) {
        Label arrow = new Label(sign);
        arrow.getStyleClass().addAll("arrow", style);
        Label words = Labels.wrapped(text, style);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(arrow, words);
    }
}
