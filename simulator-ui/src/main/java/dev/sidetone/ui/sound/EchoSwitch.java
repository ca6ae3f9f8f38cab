package dev.sidetone.ui.sound;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;

/** Switches echo cancellation, for the next call. */
final class EchoSwitch extends CheckBox {
    EchoSwitch(SoundModel model) {
        super("Echo cancellation");
        setId("echo-cancellation");
        getStyleClass().add("echo-switch");
        setTooltip(new Tooltip(
                "Takes the speaker's sound out of the microphone's, if it is found there. Headphones are better."));
        selectedProperty().bindBidirectional(model.echoCancellationProperty());
        disableProperty().bind(model.busyProperty());
    }
}
