package dev.sidetone.ui.keypad;

import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.util.Duration;

/** Twelve telephone keys, pressed by mouse or keyboard. */
public final class KeypadPane extends GridPane {
    private static final String[] LETTERS = {"", "ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ", "", "+", ""};
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final Duration FLASH = Duration.millis(150);
    private static final int COLUMNS = 3;

    public KeypadPane(KeypadModel model) {
        setId("keypad");
        getStyleClass().add("keypad");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(third);
        }
        for (int row = 0; row < KeypadModel.KEYS.length() / COLUMNS; row++) {
            RowConstraints equal = new RowConstraints();
            equal.setVgrow(Priority.ALWAYS);
            getRowConstraints().add(equal);
        }
        for (int i = 0; i < KeypadModel.KEYS.length(); i++) {
            add(key(model, KeypadModel.KEYS.charAt(i), LETTERS[i]), i % COLUMNS, i / COLUMNS);
        }
        disableProperty().bind(model.usableProperty().not());
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_TYPED, typed -> type(model, typed));
            }
        });
    }

    /** Presses the typed key, unless a text field has the focus. */
    private void type(KeypadModel model, KeyEvent typed) {
        boolean writing = getScene() == null || getScene().getFocusOwner() instanceof TextInputControl;
        if (!writing
                && typed.getCharacter().length() == 1
                && model.press(typed.getCharacter().charAt(0))) {
            typed.consume();
        }
    }

    private static Button key(KeypadModel model, char digit, String letters) {
        Label small = new Label(letters);
        small.getStyleClass().addAll("letters", Styles.TEXT_MUTED);
        Button button = new Button(String.valueOf(digit), letters.isEmpty() ? null : small);
        button.setId("key-" + (digit == '*' ? "star" : digit == '#' ? "hash" : digit));
        button.setContentDisplay(ContentDisplay.BOTTOM);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setFocusTraversable(false);
        button.setOnAction(pressed -> model.press(digit));
        PauseTransition flash = new PauseTransition(FLASH);
        flash.setOnFinished(over -> button.pseudoClassStateChanged(LIT, false));
        model.lastProperty().addListener((property, before, now) -> {
            if (now != null && now.digit() == digit) {
                button.pseudoClassStateChanged(LIT, true);
                flash.playFromStart();
            }
        });
        return button;
    }
}
