package dev.sidetone.ui.inbound;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.phone.IncomingCall;
import dev.sidetone.ui.fx.Css;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** A bar that shows the call that rings, with what can be done about it; hidden without one. */
public final class RingBanner extends HBox {
    private final Label who = new Label();

    public RingBanner(InboundModel model) {
        setId("ringing");
        getStyleClass().add("ring-banner");
        Css.load(this, RingBanner.class);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.PARENT);
        who.setId("ringing-who");
        who.getStyleClass().add("who");
        who.setWrapText(true);
        who.setMinHeight(Region.USE_PREF_SIZE);
        Button answer = button("ring-answer", "Answer", Material2AL.CALL, Styles.SUCCESS);
        answer.setOnAction(pressed -> model.answer());
        Button decline = button("ring-decline", "Decline", Material2AL.CALL_END, Styles.DANGER);
        decline.setTooltip(new Tooltip("The server is told that the number is busy"));
        decline.setOnAction(pressed -> model.decline());
        Button voicemail = button("ring-voicemail", "To voicemail", Material2MZ.VOICEMAIL, Styles.FLAT);
        voicemail.setTooltip(new Tooltip("A greeting and a tone answer in your place, and the message is heard here"));
        voicemail.setOnAction(pressed -> model.toVoicemail());
        FlowPane buttons = new FlowPane(answer, decline, voicemail);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(buttons, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(Material2MZ.RING_VOLUME), who, buttons);
        managedProperty().bind(visibleProperty());
        model.ringingProperty().subscribe(this::show);
    }

    private void show(@Nullable IncomingCall call) {
        setVisible(call != null);
        who.setText(call == null ? "" : call.from() + " calls " + call.to());
        setAccessibleText(call == null ? null : "A call rings: " + call.from() + " calls " + call.to());
    }

    private static Button button(String id, String name, Ikon icon, String style) {
        Button button = new Button(name, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add(style);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
