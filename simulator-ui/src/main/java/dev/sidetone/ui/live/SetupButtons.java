package dev.sidetone.ui.live;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.live.LivePhase;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The buttons of the setup: begin, use the chosen number, and cancel at every step. */
final class SetupButtons extends HBox {
    private final LiveModel model;

    SetupButtons(LiveModel model, Runnable leave) {
        this.model = model;
        getStyleClass().add("way-buttons");
        getChildren().addAll(begin(), use(), cancel(leave));
    }

    private Button begin() {
        Button begin = new Button("Begin", new FontIcon(Material2MZ.WIFI_CALLING));
        begin.setId("live-begin");
        begin.getStyleClass().addAll("main", Styles.SUCCESS);
        begin.setOnAction(pressed -> model.begin());
        begin.disableProperty().bind(model.beginnableBinding().not());
        model.stateProperty().subscribe(now -> begin.setText(now.phase() == LivePhase.BROKEN ? "Try again" : "Begin"));
        return wide(begin, Bindings.createBooleanBinding(() -> phase().isAtRest(), model.stateProperty()));
    }

    private Button use() {
        Button use = new Button();
        use.setId("live-use");
        use.getStyleClass().addAll("main", Styles.SUCCESS);
        use.setOnAction(pressed -> model.use());
        use.disableProperty().bind(model.usableBinding().not());
        model.numberProperty().subscribe(chosen -> use.setText(chosen == null ? "Use" : "Use " + chosen.number()));
        return wide(use, in(LivePhase.CHOOSING));
    }

    private Button cancel(Runnable leave) {
        Button cancel = new Button("Cancel");
        cancel.setId("live-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(pressed -> leave.run());
        return wide(cancel, Bindings.createBooleanBinding(() -> !phase().isAtRest(), model.stateProperty()));
    }

    private static Button wide(Button button, BooleanBinding when) {
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.visibleProperty().bind(when);
        button.managedProperty().bind(when);
        return button;
    }

    private BooleanBinding in(LivePhase one) {
        return Bindings.createBooleanBinding(() -> phase() == one, model.stateProperty());
    }

    private LivePhase phase() {
        return model.stateProperty().get().phase();
    }
}
