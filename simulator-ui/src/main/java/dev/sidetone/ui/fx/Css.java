package dev.sidetone.ui.fx;

import java.net.URL;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Loads the style sheet of a pane and sets its pseudo-classes. Stateless. */
public final class Css {
    private Css() {}

    /** Adds the style sheet named after {@code type} to {@code pane}. */
    public static void load(Parent pane, Class<?> type) {
        URL sheet = Objects.requireNonNull(type.getResource(type.getSimpleName() + ".css"), "no css beside " + type);
        pane.getStylesheets().add(sheet.toExternalForm());
    }

    /** Sets the pseudo-class named after {@code one} and clears those of the enum's other values; null clears all. */
    public static <E extends Enum<E>> void mark(Node node, E[] all, @org.jspecify.annotations.Nullable E one) {
        for (E each : all) {
            node.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(
                            each.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')),
                    each == one);
        }
    }
}
