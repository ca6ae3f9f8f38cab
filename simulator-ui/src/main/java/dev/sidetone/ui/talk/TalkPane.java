package dev.sidetone.ui.talk;

import dev.sidetone.simulator.phone.Interjection;
import dev.sidetone.ui.fx.Css;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The buttons by which the caller says something in between, in a call, and push-to-talk with its button. */
public final class TalkPane extends VBox {
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    private static final String HOLD = "Hold (T)";

    public TalkPane(TalkModel model) {
        getStyleClass().add("talk-pane");
        Css.load(this, TalkPane.class);
        HBox said = new HBox(
                button(
                        model,
                        Interjection.BARGE_IN,
                        "Barge in",
                        "say-barge-in",
                        "The caller says \"Sorry, stop please\" now"),
                button(
                        model,
                        Interjection.MM_HMM,
                        "Mm-hmm",
                        "say-mm-hmm",
                        "The caller only listens: the agent should talk on"),
                button(model, Interjection.COUGH, "Cough", "say-cough", "Nothing was said: the agent should talk on"));
        said.getStyleClass().add("said");
        shownInCall(said, model);
        getChildren().addAll(said, pushToTalk(model));
        new TalkKey(model).follow(this);
    }

    private static Button button(TalkModel model, Interjection what, String name, String id, String tip) {
        Button button = new Button(name);
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(pressed -> model.say(what));
        return button;
    }

    private static Node pushToTalk(TalkModel model) {
        CheckBox toggle = new CheckBox("Push to talk");
        toggle.setId("push-to-talk");
        toggle.setTooltip(new Tooltip("The caller is muted unless the button or the key T is held"));
        toggle.selectedProperty().bindBidirectional(model.pushToTalkProperty());
        HBox row = new HBox(toggle, hold(model));
        row.getStyleClass().add("push");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Held by the mouse or by the space bar, as any button is; the key T works without its focus. */
    private static Button hold(TalkModel model) {
        Button hold = new Button(HOLD, new FontIcon(Material2MZ.MIC));
        hold.setId("hold-to-talk");
        hold.setMaxWidth(Double.MAX_VALUE);
        hold.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(hold, Priority.ALWAYS);
        hold.setAccessibleText("Hold to talk, or hold the key T");
        hold.visibleProperty().bind(model.pushToTalkProperty());
        hold.managedProperty().bind(model.pushToTalkProperty());
        hold.disableProperty().bind(model.inCallProperty().not());
        hold.armedProperty().addListener((property, before, now) -> model.hold(now));
        model.heldProperty().subscribe(held -> {
            hold.setText(held ? "Talking" : HOLD);
            hold.pseudoClassStateChanged(HELD, held);
        });
        return hold;
    }

    private static void shownInCall(Node node, TalkModel model) {
        node.visibleProperty().bind(model.inCallProperty());
        node.managedProperty().bind(model.inCallProperty());
    }
}
