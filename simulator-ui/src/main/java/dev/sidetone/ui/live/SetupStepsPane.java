package dev.sidetone.ui.live;

import atlantafx.base.theme.Styles;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.ElidedLabel;
import dev.sidetone.ui.live.SetupStep.Progress;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The steps to a number that rings the bridge, each with its result. */
final class SetupStepsPane extends VBox {
    private final List<Row> rows = new ArrayList<>();

    SetupStepsPane(LiveModel model) {
        getStyleClass().add("steps");
        for (int i = 0; i < SetupStep.COUNT; i++) {
            rows.add(new Row());
        }
        getChildren().setAll(rows);
        model.stateProperty().subscribe(now -> show(SetupStep.of(now)));
    }

    /** Hides the steps after one that failed. */
    private void show(List<SetupStep> steps) {
        boolean reached = true;
        for (int i = 0; i < SetupStep.COUNT; i++) {
            rows.get(i).setVisible(reached);
            rows.get(i).setManaged(reached);
            rows.get(i).show(steps.get(i));
            reached &= steps.get(i).progress() != Progress.FAILED;
        }
    }

    /** The row of one step. */
    private static final class Row extends HBox {
        private final FontIcon sign = new FontIcon(Material2MZ.RADIO_BUTTON_UNCHECKED);
        private final ProgressIndicator running = new ProgressIndicator();
        private final Label title = new ElidedLabel("title");
        private final Label detail = new ElidedLabel("detail", Styles.TEXT_MUTED);
        private final Node copy = new CopyButton("Copy the address", detail.textProperty());

        Row() {
            getStyleClass().add("step");
            setAlignment(Pos.CENTER_LEFT);
            running.setFocusTraversable(false);
            StackPane icon = new StackPane(sign, running);
            icon.getStyleClass().add("sign");
            VBox words = new VBox(title, detail);
            HBox.setHgrow(words, Priority.ALWAYS);
            copy.managedProperty().bind(copy.visibleProperty());
            getChildren().addAll(icon, words, copy);
        }

        void show(SetupStep step) {
            Css.mark(this, Progress.values(), step.progress());
            sign.setIconCode(
                    switch (step.progress()) {
                        case DONE -> Material2AL.CHECK_CIRCLE;
                        case FAILED -> Material2AL.CANCEL;
                        case RUNNING, TO_COME -> Material2MZ.RADIO_BUTTON_UNCHECKED;
                    });
            sign.setVisible(step.progress() != Progress.RUNNING);
            running.setVisible(step.progress() == Progress.RUNNING);
            title.setText(step.title());
            detail.setText(step.detail());
            copy.setVisible(step.detail().startsWith("https://"));
        }
    }
}
