package dev.sidetone.ui.scenario;

import dev.sidetone.simulator.scenario.Checked;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.scenario.ScenarioRow.Mark;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Shows one step: its state, its words, and below them each expectation with what was seen instead. */
final class ScenarioCell extends ListCell<ScenarioRow> {
    private static final double LEAST_HEIGHT = 26;
    private static final double SCROLL_BAR = 14;
    private static final double PADDING = 8;

    private final FontIcon sign = new FontIcon();
    private final Label number = new Label();
    private final Label text = wrapped("words");
    private final VBox lines = new VBox(text);
    private final HBox row = new HBox(sign, number, lines);

    ScenarioCell() {
        number.getStyleClass().add("number");
        row.getStyleClass().add("step");
        lines.getStyleClass().add("lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ScenarioRow step, boolean empty) {
        super.updateItem(step, empty);
        if (empty || step == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        sign.setIconCode(sign(step.mark()));
        Css.mark(row, Mark.values(), step.mark());
        number.setText(step.number());
        text.setText(step.text());
        lines.getChildren().setAll(text);
        step.checked().forEach(each -> lines.getChildren().add(line(each)));
        setAccessibleText(step.spoken());
        setGraphic(row);
    }

    private static Label line(Checked checked) {
        Mark mark = ScenarioRow.mark(checked);
        Label line = wrapped("checked");
        FontIcon sign = new FontIcon(sign(mark));
        line.setGraphic(sign);
        line.setText(checked.want() + "   " + mark.words() + ": " + checked.got());
        Css.mark(line, Mark.values(), mark);
        return line;
    }

    private static Ikon sign(Mark mark) {
        return switch (mark) {
            case WAITS -> Material2MZ.RADIO_BUTTON_UNCHECKED;
            case RUNS -> Material2MZ.PLAY_CIRCLE_FILLED;
            case DONE -> Material2AL.DONE;
            case HELD -> Material2AL.CHECK_CIRCLE;
            case FAILED -> Material2AL.CANCEL;
            case UNJUDGED -> Material2AL.HELP_OUTLINE;
            case IN_VAIN -> Material2AL.HOURGLASS_EMPTY;
            case NOT_REACHED -> Material2MZ.REMOVE_CIRCLE_OUTLINE;
        };
    }

    private static Label wrapped(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Computes the height for the list's width: the list passes no width, and wrapped text needs one. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null || getListView() == null) {
            return LEAST_HEIGHT;
        }
        row.applyCss();
        double taken = sign.prefWidth(-1) + number.prefWidth(-1) + 2 * row.getSpacing();
        double room = getListView().getWidth() - SCROLL_BAR - snappedLeftInset() - snappedRightInset() - taken;
        return Math.max(LEAST_HEIGHT, Math.ceil(lines.prefHeight(Math.max(1, room))) + PADDING);
    }
}
