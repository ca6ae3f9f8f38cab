package dev.sidetone.ui.keypad;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The keys of a telephone: which was pressed last, and whether there is a call to press them in. On the FX thread. */
public final class KeypadModel {
    /** The keys, row by row. */
    public static final String KEYS = "123456789*0#";

    /** A key that was pressed; {@code count} tells two presses of one key apart. */
    public record Press(char digit, int count) {}

    private final Consumer<Character> pressed;
    private final BooleanProperty usable = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Press> last = new ReadOnlyObjectWrapper<>();
    private int count;

    /** {@code pressed} hears every key that is pressed while there is a call. */
    public KeypadModel(Consumer<Character> pressed) {
        this.pressed = pressed;
    }

    /** Presses a key; false if it is none, or if there is no call to press it in. */
    public boolean press(char digit) {
        if (!usable.get() || KEYS.indexOf(digit) < 0) {
            return false;
        }
        count++;
        pressed.accept(digit);
        last.set(new Press(digit, count));
        return true;
    }

    /** Whether there is a call to press keys in. */
    public BooleanProperty usableProperty() {
        return usable;
    }

    /** The key pressed last, or null. */
    public ReadOnlyObjectProperty<@Nullable Press> lastProperty() {
        return last.getReadOnlyProperty();
    }
}
