package dev.sidetone.ui.fx;

import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Loads the style sheet of a pane and sets its pseudo-classes. Stateless. */
public final class Css {
    private Css() {}

    /** Adds the style sheet named after {@code type} to {@code pane}: for a dialog or a part that is seldom shown. */
    public static void load(Parent pane, Class<?> type) {
        pane.getStylesheets().add(sheet(type));
    }

    /**
     * Adds the style sheets named after {@code types} to {@code scene}, which styles it once. What has many nodes takes its sheets from the
     * scene: for each sheet of a pane JavaFX keeps a list of all parents under that pane, and goes through it for each node that it styles.
     */
    public static void load(Scene scene, List<Class<?>> types) {
        scene.getStylesheets().addAll(types.stream().map(Css::sheet).toList());
    }

    private static String sheet(Class<?> type) {
        return Objects.requireNonNull(type.getResource(type.getSimpleName() + ".css"), "no css beside " + type)
                .toExternalForm();
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
