package dev.sidetone.ui.talk;

import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The key T, held to talk wherever the focus is but in a text field. Letting it go mutes, and so does the window when it loses the focus: the
 * release would go to another window. On the FX thread.
 */
final class TalkKey {
    private final TalkModel model;
    private final EventHandler<KeyEvent> pressed = this::press;
    private final EventHandler<KeyEvent> released = this::release;
    private final ChangeListener<Boolean> focused = (property, before, now) -> letGoUnless(now);

    TalkKey(TalkModel model) {
        this.model = model;
    }

    /** Listens in the scene in which {@code node} is. */
    void follow(Node node) {
        node.sceneProperty().subscribe((before, now) -> {
            leave(before);
            enter(now);
        });
        enter(node.getScene());
    }

    private void enter(@Nullable Scene scene) {
        if (scene != null) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
            scene.addEventFilter(KeyEvent.KEY_RELEASED, released);
            scene.windowProperty().subscribe(this::watch);
        }
    }

    private void leave(@Nullable Scene scene) {
        if (scene != null) {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
            scene.removeEventFilter(KeyEvent.KEY_RELEASED, released);
            model.hold(false);
        }
    }

    private void watch(@Nullable Window window) {
        if (window != null) {
            window.focusedProperty().removeListener(focused);
            window.focusedProperty().addListener(focused);
        }
    }

    private void press(KeyEvent key) {
        boolean plain = !key.isControlDown() && !key.isAltDown() && !key.isMetaDown();
        boolean writing = key.getTarget() instanceof TextInputControl;
        if (key.getCode() == KeyCode.T
                && plain
                && !writing
                && model.pushToTalkProperty().get()) {
            model.hold(true);
            key.consume();
        }
    }

    private void release(KeyEvent key) {
        if (key.getCode() == KeyCode.T) {
            model.hold(false);
        }
    }

    private void letGoUnless(boolean inFront) {
        if (!inFront) {
            model.hold(false);
        }
    }
}
