package dev.sidetone.ui.fx;

import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A modal layer over the window with one card in the middle; Escape or a click beside the card closes it. */
public class Overlay extends StackPane {
    private static final String STYLE = "overlay";

    private final Runnable closed;
    private @Nullable Node focusedBefore;
    private final ChangeListener<Node> focusTrap = (property, before, now) -> keepFocus(now);

    /** {@code closed} runs after it is closed. */
    protected Overlay(Runnable closed) {
        this.closed = closed;
        getStyleClass().add(STYLE);
        Css.load(this, Overlay.class);
        setOnMouseClicked(clicked -> {
            if (clicked.getTarget() == this) {
                close();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
                pressed.consume();
                close();
            }
        });
        sceneProperty().addListener((property, before, now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(focusTrap);
            }
            if (now != null) {
                focusedBefore = now.getFocusOwner();
                now.focusOwnerProperty().addListener(focusTrap);
                keepFocus(now.getFocusOwner());
            }
        });
    }

    /** Whether a modal layer lies over {@code scene}. */
    public static boolean isOpenIn(Scene scene) {
        return scene.lookup("." + STYLE) != null;
    }

    /** The focus stays in the topmost layer: below it nothing can be reached by keyboard. */
    private void keepFocus(@Nullable Node focused) {
        if (getScene() == null || isInside(focused) || !isTopmost()) {
            return;
        }
        FxThread.afterLayout(this, () -> {
            if (getScene() != null && !isInside(getScene().getFocusOwner()) && isTopmost()) {
                Node first = firstFocusable(this);
                (first == null ? this : first).requestFocus();
            }
        });
    }

    private boolean isTopmost() {
        Parent over = getParent();
        return over != null
                && over.getChildrenUnmodifiable().indexOf(this)
                        == over.getChildrenUnmodifiable().size() - 1;
    }

    private boolean isInside(@Nullable Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up == this) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Node firstFocusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        // Who opens a form types at once: the tabs above it can wait.
        if (node.isFocusTraversable() && !(node instanceof TabPane)) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = firstFocusable(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
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
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
        }
        closed.run();
    }
}
