package dev.sidetone.ui.live;

import dev.sidetone.simulator.phone.PhoneState.Trouble;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows a problem and its cure; hidden where there is none. */
final class TroubleBox extends VBox {
    TroubleBox(ObservableValue<? extends @Nullable Trouble> trouble) {
        getStyleClass().add("trouble-box");
        Label what = Labels.wrapped("", "what");
        what.setId("live-trouble");
        Label cure = Labels.wrapped("", "cure");
        cure.setId("live-cure");
        getChildren().addAll(what, cure);
        managedProperty().bind(visibleProperty());
        trouble.subscribe(now -> {
            setVisible(now != null);
            what.setText(now == null ? "" : now.what());
            cure.setText(now == null ? "" : now.cure());
        });
    }
}
