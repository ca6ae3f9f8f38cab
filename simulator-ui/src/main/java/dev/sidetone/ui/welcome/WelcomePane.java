package dev.sidetone.ui.welcome;

import atlantafx.base.theme.Styles;
import dev.sidetone.ui.fx.Css;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Three sentences and one button over everything else; Escape or a click beside it takes it away. */
public final class WelcomePane extends StackPane {
    private static final String[] SENTENCES = {
        "Sidetone calls a phone voice agent the way Twilio would, on this machine, without an account and without a phone.",
        "It hears every call at the caller's ear and shows how long the agent took to answer and to fall silent when interrupted.",
        "Start with the practice agent, which runs inside; then choose My server and type your own webhook.",
    };

    private final Runnable closed;

    /**
     * The welcome.
     *
     * @param callable whether a call can be made now
     * @param call makes it
     * @param closed runs when this has been read
     */
    public WelcomePane(ObservableBooleanValue callable, Runnable call, Runnable closed) {
        this.closed = closed;
        setId("welcome");
        getStyleClass().add("welcome");
        Css.dress(this, WelcomePane.class);
        getChildren().add(card(callable, call));
        setOnMouseClicked(clicked -> {
            if (clicked.getTarget() == this) {
                close();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
                close();
            }
        });
    }

    private Region card(ObservableBooleanValue callable, Runnable call) {
        VBox card = new VBox(new FontIcon(Material2MZ.PHONE_IN_TALK));
        card.getStyleClass().addAll("card", "welcome-card");
        card.setAlignment(Pos.TOP_CENTER);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label("Welcome to Sidetone");
        title.getStyleClass().add("welcome-title");
        card.getChildren().add(title);
        for (String sentence : SENTENCES) {
            Label label = new Label(sentence);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.setMaxWidth(Double.MAX_VALUE);
            card.getChildren().add(label);
        }
        card.getChildren().add(button(callable, call));
        return card;
    }

    private Button button(ObservableBooleanValue callable, Runnable call) {
        Button button = new Button("", new FontIcon(Material2AL.CALL));
        button.setId("welcome-call");
        button.getStyleClass().addAll(Styles.SUCCESS, Styles.LARGE);
        button.setDefaultButton(true);
        button.setOnAction(pressed -> {
            close();
            call.run();
        });
        callable.subscribe(ready -> {
            button.setDisable(!ready);
            button.setText(ready ? "Call the practice agent" : "Warming up…");
        });
        return button;
    }

    private void close() {
        if (getParent() instanceof StackPane over) {
            over.getChildren().remove(this);
        }
        closed.run();
    }
}
