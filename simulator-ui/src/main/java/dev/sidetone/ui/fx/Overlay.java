package dev.sidetone.ui.fx;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Something that one reads or answers before going on, over everything else; Escape or a click beside it takes it away. */
public class Overlay extends StackPane {
    private final Runnable closed;

    /** {@code closed} runs when it has gone. */
    protected Overlay(Runnable closed) {
        this.closed = closed;
        getStyleClass().add("overlay");
        Css.dress(this, Overlay.class);
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

    /** Hangs what is to be read in the middle. */
    protected final void hang(Region card) {
        card.getStyleClass().addAll("card", "overlay-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
    }

    /** Takes it away. */
    protected final void close() {
        if (getParent() instanceof StackPane over) {
            over.getChildren().remove(this);
        }
        closed.run();
    }
}
