package dev.sidetone.ui.call;

import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A further form field of the webhook. On the FX thread. */
final class FormField {
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty value = new SimpleStringProperty("");
    private final StringBinding problem;

    /** {@code judge} returns what is wrong with an argument, or nothing. */
    FormField(UnaryOperator<String> judge) {
        problem = Bindings.createStringBinding(() -> problem(judge), name, value);
    }

    private String problem(UnaryOperator<String> judge) {
        if (isEmpty()) {
            return "";
        }
        if (name.get().isBlank()) {
            return "A form field needs a name.";
        }
        return name.get().contains("=") ? "A name has no = in it." : judge.apply(argument());
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty valueProperty() {
        return value;
    }

    StringBinding problemBinding() {
        return problem;
    }

    /** Whether nothing is typed. */
    boolean isEmpty() {
        return name.get().isBlank() && value.get().isEmpty();
    }

    /** The command line's argument. */
    String argument() {
        return "--param=" + name.get().strip() + "=" + value.get();
    }
}
