package dev.sidetone.ui.call;

import dev.sidetone.simulator.line.fault.FaultKind;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A line fault that can be switched on, with its value and its time. On the FX thread. */
final class FaultSwitch {
    private final FaultKind kind;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final StringProperty value = new SimpleStringProperty("");
    private final StringProperty at = new SimpleStringProperty("");
    private final StringBinding problem;

    /** {@code judge} returns what is wrong with an argument, or nothing. */
    FaultSwitch(FaultKind kind, UnaryOperator<String> judge) {
        this.kind = kind;
        this.problem = Bindings.createStringBinding(() -> on.get() ? judge.apply(argument()) : "", on, value, at);
    }

    String name() {
        return kind.name();
    }

    /** The fault as the server sees it, without the marks of a page of documentation. */
    String effect() {
        return kind.effect().replace("`", "");
    }

    /** The usual value, or empty where the kind has none. */
    String usual() {
        String example = kind.example();
        return example.substring(Math.min(example.length(), kind.name().length() + 1));
    }

    BooleanProperty onProperty() {
        return on;
    }

    /** The value as typed; empty for the usual one. */
    StringProperty valueProperty() {
        return value;
    }

    /** When it begins, as typed; empty for the kind's usual time. */
    StringProperty atProperty() {
        return at;
    }

    /** What is wrong with it while it is on; else empty. */
    StringBinding problemBinding() {
        return problem;
    }

    /** The command line's argument. */
    String argument() {
        String given = value.get().isBlank() ? "" : "=" + value.get().strip();
        String time = at.get().isBlank() ? "" : "@" + at.get().strip();
        return "--fault=" + kind.name() + given + time;
    }

    void reset() {
        on.set(false);
        value.set("");
        at.set("");
    }
}
