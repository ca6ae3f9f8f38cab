package dev.sidetone.ui.app;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.call.CallButtons;
import dev.sidetone.ui.call.DialPane;
import dev.sidetone.ui.inbound.InboundPane;
import dev.sidetone.ui.keypad.KeypadPane;
import dev.sidetone.ui.sound.SoundPane;
import dev.sidetone.ui.talk.TalkPane;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The phone's column: what is called, the button that calls, what the caller says in between, the keypad, which is open in a call, and the sound devices. */
final class PhonePane extends BorderPane {
    /** {@code options} opens the options of a call. */
    PhonePane(WindowModel model, Runnable options) {
        getStyleClass().addAll("phone", "card");
        TitledPane keypad = keypad(model);
        VBox controls = new VBox(new DialPane(model.call(), options), new TalkPane(model.talk()), keypad);
        controls.getStyleClass().add("controls");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        controls.getChildren().addAll(new InboundPane(model.inbound()), gap, new SoundPane(model.sound()));
        ScrollPane scrolled = new ScrollPane(controls);
        scrolled.getStyleClass().add("phone-scroll");
        scrolled.setFitToWidth(true);
        scrolled.setFitToHeight(true);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scrolled);
        setBottom(new CallButtons(model.call()));
    }

    private static TitledPane keypad(WindowModel model) {
        TitledPane keypad = new TitledPane("Keypad", new KeypadPane(model.keypad()));
        keypad.setId("keypad-fold");
        keypad.getStyleClass().add("keypad-fold");
        keypad.setAnimated(false);
        keypad.setExpanded(false);
        model.call().phaseProperty().subscribe(phase -> keypad.setExpanded(phase == Phase.IN_CALL));
        return keypad;
    }
}
