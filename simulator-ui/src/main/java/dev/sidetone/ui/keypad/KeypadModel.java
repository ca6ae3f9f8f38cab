package dev.sidetone.ui.keypad;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The state of the telephone keypad: its last pressed key, and whether a call takes keys. On the FX thread. */
public final class KeypadModel {
    /** The keys, row by row. */
    public static final String KEYS = "123456789*0#";

    /** A pressed key; {@code count} distinguishes two presses of the same key. */
    public record Press(char digit, int count) {}

    private final Consumer<Character> pressed;
    private final BooleanProperty usable = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Press> last = new ReadOnlyObjectWrapper<>();
    private int count;

    /** {@code pressed} receives every key pressed during a call. */
    public KeypadModel(Consumer<Character> pressed) {
        this.pressed = pressed;
    }

    /** Presses a key; returns false if the key does not exist or no call takes keys. */
    public boolean press(char digit) {
        if (!usable.get() || KEYS.indexOf(digit) < 0) {
            return false;
        }
        count++;
        pressed.accept(digit);
        last.set(new Press(digit, count));
        return true;
    }

    /** Returns whether a call takes keys. */
    public BooleanProperty usableProperty() {
        return usable;
    }

    /** The key pressed last, or null. */
    public ReadOnlyObjectProperty<@Nullable Press> lastProperty() {
        return last.getReadOnlyProperty();
    }
}
