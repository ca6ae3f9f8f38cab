package dev.sidetone.ui.fx;

import java.net.URL;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Style sheets that lie beside their panes, and the words they use. */
public final class Css {
    private Css() {}

    /** Dresses {@code pane} in the style sheet of its own name. */
    public static void dress(Parent pane, Class<?> type) {
        URL sheet = Objects.requireNonNull(type.getResource(type.getSimpleName() + ".css"), "no css beside " + type);
        pane.getStylesheets().add(sheet.toExternalForm());
    }

    /** Sets exactly one of the pseudo-classes named after an enum's values, or none for null. */
    public static <E extends Enum<E>> void mark(Node node, E[] all, @org.jspecify.annotations.Nullable E one) {
        for (E each : all) {
            node.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(
                            each.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')),
                    each == one);
        }
    }
}
