package dev.sidetone.ui.fx;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A modal layer over the window with one card in the middle; Escape or a click beside the card closes it. */
public class Overlay extends StackPane {
    private final Runnable closed;

    /** {@code closed} runs after it is closed. */
    protected Overlay(Runnable closed) {
        this.closed = closed;
        getStyleClass().add("overlay");
        Css.load(this, Overlay.class);
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

    /** Shows {@code card} in the middle. */
    protected final void show(Region card) {
        card.getStyleClass().addAll("card", "overlay-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
    }

    /** Closes it. */
    protected final void close() {
        if (getParent() instanceof StackPane over) {
            over.getChildren().remove(this);
        }
        closed.run();
    }
}
