package dev.sidetone.ui.welcome;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.Overlay;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The introduction for new users: three sentences and a button that calls the practice agent. */
public final class WelcomePane extends Overlay {
    private static final String[] SENTENCES = {
        "Sidetone calls a phone voice agent the way Twilio would, on this machine, without an account and without a phone.",
        "It hears every call at the caller's ear and shows how long the agent took to answer and to fall silent when interrupted.",
        "Start with the practice agent, which runs inside; then choose My server and type your own webhook.",
    };

    /**
     * Creates the introduction.
     *
     * @param phase the phase of the phone
     * @param call calls the practice agent
     * @param closed runs after it is closed
     */
    public WelcomePane(ReadOnlyObjectProperty<Phase> phase, Runnable call, Runnable closed) {
        super(closed);
        setId("welcome");
        Css.load(this, WelcomePane.class);
        show(card(phase, call));
    }

    private Region card(ReadOnlyObjectProperty<Phase> phase, Runnable call) {
        VBox card = new VBox(new FontIcon(Material2MZ.PHONE_IN_TALK));
        card.getStyleClass().add("welcome-card");
        card.setAlignment(Pos.TOP_CENTER);
        Label title = new Label("Welcome to Sidetone");
        title.getStyleClass().add("overlay-title");
        card.getChildren().add(title);
        for (String sentence : SENTENCES) {
            Label label = new Label(sentence);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.setMaxWidth(Double.MAX_VALUE);
            card.getChildren().add(label);
        }
        card.getChildren().add(button(phase, call));
        return card;
    }

    private Button button(ReadOnlyObjectProperty<Phase> phase, Runnable call) {
        Button button = new Button("", new FontIcon(Material2AL.CALL));
        button.setId("welcome-call");
        button.getStyleClass().addAll(Styles.SUCCESS, Styles.LARGE);
        button.setDefaultButton(true);
        button.setOnAction(pressed -> {
            close();
            call.run();
        });
        phase.subscribe(now -> {
            button.setDisable(now != Phase.READY);
            button.setText(words(now));
        });
        return button;
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case STARTING -> "Warming up…";
            case READY -> "Call the practice agent";
            case RINGING, DIALLING, IN_CALL, HANGING_UP -> "In a call";
            case BROKEN -> "Cannot call";
        };
    }
}
