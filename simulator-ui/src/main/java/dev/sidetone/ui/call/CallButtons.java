package dev.sidetone.ui.call;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The buttons that call or hang up, and mute. */
public final class CallButtons extends HBox {
    public CallButtons(CallModel model) {
        getStyleClass().add("call-buttons");
        getChildren().addAll(callOrHangUp(model), mute(model));
    }

    private static Button callOrHangUp(CallModel model) {
        Button button = new Button();
        button.setId("call");
        button.getStyleClass().add("call");
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.disableProperty()
                .bind(model.phaseProperty()
                        .isEqualTo(Phase.IN_CALL)
                        .or(model.phaseProperty().isEqualTo(Phase.DIALLING))
                        .or(model.callableBinding())
                        .not());
        button.setOnAction(pressed -> model.callOrHangUp());
        model.phaseProperty().subscribe(phase -> dress(button, CallModel.isOnThePhone(phase)));
        return button;
    }

    private static void dress(Button button, boolean there) {
        button.setText(there ? "Hang up" : "Call");
        button.setGraphic(new FontIcon(there ? Material2AL.CALL_END : Material2AL.CALL));
        button.getStyleClass().removeAll(Styles.SUCCESS, Styles.DANGER);
        button.getStyleClass().add(there ? Styles.DANGER : Styles.SUCCESS);
    }

    private static Button mute(CallModel model) {
        Button button = new Button();
        button.setId("mute");
        button.getStyleClass().add("mute");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(model.phaseProperty().isNotEqualTo(Phase.IN_CALL));
        button.setOnAction(pressed -> model.mute());
        button.setTooltip(new Tooltip("The caller is silent while muted; the call goes on"));
        model.mutedProperty().subscribe(muted -> {
            button.setText(muted ? "Unmute" : "Mute");
            button.setGraphic(new FontIcon(muted ? Material2MZ.MIC_OFF : Material2MZ.MIC));
            button.getStyleClass().remove(Styles.ACCENT);
            if (muted) {
                button.getStyleClass().add(Styles.ACCENT);
            }
        });
        return button;
    }
}
