package dev.sidetone.ui.calls;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.report.SideBySide;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.ElidedLabel;
import dev.sidetone.ui.fx.Overlay;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Shows the figures of several calls in columns; the best of each is bold. */
final class SideBySideDialog extends Overlay {
    /** @param results of {@code rows}, in their order */
    SideBySideDialog(List<CallRow> rows, List<CallResult> results, Runnable closed) {
        super(closed);
        setId("side-by-side");
        Css.load(this, SideBySideDialog.class);
        Label title = new Label("Side by side");
        title.getStyleClass().add("overlay-title");
        ScrollPane table = new ScrollPane(table(rows, SideBySide.of(results)));
        table.setFitToHeight(true);
        Button close = new Button("Close");
        close.setId("side-by-side-close");
        close.setDefaultButton(true);
        close.setCancelButton(true);
        close.setOnAction(pressed -> close());
        HBox answers = new HBox(close);
        answers.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(title, table, answers);
        card.getStyleClass().add("side-by-side-card");
        show(card);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                close.requestFocus();
            }
        });
    }

    private static GridPane table(List<CallRow> calls, SideBySide figures) {
        GridPane table = new GridPane();
        table.getStyleClass().add("table");
        for (int call = 0; call < calls.size(); call++) {
            Label name = new ElidedLabel("name");
            name.setText(calls.get(call).title());
            Label time = new Label(calls.get(call).time());
            time.getStyleClass().addAll("time", Styles.TEXT_MUTED);
            VBox head = new VBox(name, time);
            head.setAlignment(Pos.CENTER_RIGHT);
            table.add(head, call + 1, 0);
        }
        int at = 1;
        for (SideBySide.Row row : figures.rows()) {
            table.add(new Label(row.figure()), 0, at);
            for (int call = 0; call < row.cells().size(); call++) {
                Label cell = cell(row.cells().get(call));
                GridPane.setHalignment(cell, HPos.RIGHT);
                table.add(cell, call + 1, at);
            }
            at++;
        }
        return table;
    }

    private static Label cell(SideBySide.Cell figure) {
        Label cell = new Label(figure.text());
        cell.getStyleClass().add("figure");
        if (figure.best()) {
            cell.getStyleClass().add("best");
        }
        Css.mark(cell, QualityBand.values(), figure.band());
        return cell;
    }
}
