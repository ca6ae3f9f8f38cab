package dev.sidetone.ui.app;

import dev.sidetone.ui.fx.Overlay;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The window's keys, each with what it does, in the order in which they are listed for the user. A key without Ctrl does nothing where the focused
 * control needs it, and no key does anything below an open dialog. On the FX thread.
 */
final class Shortcuts {
    private final List<Shortcut> all = new ArrayList<>();

    /**
     * One key.
     *
     * @param keys its name for the user, as it is on this system
     * @param what what it does
     * @param combination null where a pane listens for it itself
     */
    record Shortcut(String keys, String what, @Nullable KeyCodeCombination combination, Runnable act) {
        private boolean match(KeyEvent pressed) {
            return combination != null && combination.match(pressed);
        }

        private boolean isNeededBy(Object control) {
            if (combination == null || combination.getShortcut() == KeyCombination.ModifierValue.DOWN) {
                return false;
            }
            boolean presses = combination.getCode() == KeyCode.SPACE
                    && (control instanceof ButtonBase || control instanceof ComboBoxBase);
            return presses || control instanceof TextInputControl;
        }
    }

    /** Adds a key that is pressed together with Ctrl, on a Mac with Command. */
    void withControl(KeyCode key, String what, Runnable act) {
        KeyCodeCombination combination = new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
        all.add(new Shortcut(combination.getDisplayText(), what, combination, act));
    }

    /** Adds a key that is pressed alone. */
    void alone(KeyCode key, String what, Runnable act) {
        KeyCodeCombination combination = new KeyCodeCombination(key);
        all.add(new Shortcut(combination.getDisplayText(), what, combination, act));
    }

    /** All keys, in order. */
    List<Shortcut> all() {
        return List.copyOf(all);
    }

    /** Adds a key to the list that a pane listens for itself. */
    void elsewhere(String keys, String what) {
        all.add(new Shortcut(keys, what, null, () -> {}));
    }

    /** The name of a key that is pressed together with Ctrl, on a Mac with Command. */
    static String withControl(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN).getDisplayText();
    }

    /** Listens for the keys in {@code scene}. */
    void listenIn(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (Overlay.isOpenIn(scene)) {
                return;
            }
            for (Shortcut each : all) {
                if (each.match(pressed) && !each.isNeededBy(pressed.getTarget())) {
                    each.act().run();
                    pressed.consume();
                    return;
                }
            }
        });
    }
}
