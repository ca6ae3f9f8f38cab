package dev.sidetone.ui.app;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Checks the layout of a scene: no text is cut off, nothing lies outside, sticks out or overlaps its sibling. Lists what does not fit. On the FX thread, after layout.
 */
final class LayoutCheck {
    private static final double ROUNDING_PX = 1;

    private final Bounds room;
    private final List<String> amiss = new ArrayList<>();

    private LayoutCheck(Scene scene) {
        room = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
    }

    /** What does not fit, a line each. */
    static List<String> amiss(Scene scene) {
        LayoutCheck fit = new LayoutCheck(scene);
        fit.look(scene.getRoot(), false);
        return fit.amiss;
    }

    /** What scrolls may be cut off above and below by whatever it scrolls in; what shows that one waits comes in from outside. */
    private void look(Node node, boolean scrolls) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        inside(node, scrolls);
        if (node instanceof Labeled labeled && !(node instanceof IndexedCell<?> cell && cell.isEmpty())) {
            whole(labeled);
        }
        if (node instanceof TextInputControl field) {
            whole(field);
        }
        if (node instanceof Parent parent && !(node instanceof ProgressIndicator)) {
            boolean below = scrolls || node instanceof VirtualFlow || node instanceof ScrollPane;
            apart(parent);
            holds(parent);
            parent.getChildrenUnmodifiable().forEach(child -> look(child, below));
        }
    }

    private void inside(Node node, boolean scrolls) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        boolean wide = at.getMinX() < room.getMinX() - ROUNDING_PX || at.getMaxX() > room.getMaxX() + ROUNDING_PX;
        boolean high = at.getMinY() < room.getMinY() - ROUNDING_PX || at.getMaxY() > room.getMaxY() + ROUNDING_PX;
        if (!at.isEmpty() && (wide || (high && !scrolls))) {
            amiss.add(name(node) + " lies outside: " + at);
        }
    }

    /** What a label shows is all that it says, and within its own bounds. */
    private void whole(Labeled labeled) {
        if (labeled.getText() == null || labeled.getText().isEmpty() || isReadInTooltip(labeled)) {
            return;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && child != labeled.getGraphic() && text.isVisible()) {
                if (!text.getText().equals(labeled.getText())) {
                    amiss.add(name(labeled) + " is cut off: " + text.getText());
                }
                within(labeled, text);
            }
        }
    }

    /** What gives way on purpose can be read elsewhere. */
    private static boolean isReadInTooltip(Labeled labeled) {
        return labeled.getTooltip() != null
                && labeled.getText().equals(labeled.getTooltip().getText());
    }

    private void within(Node outer, Node inner) {
        Bounds all = outer.localToScene(outer.getLayoutBounds());
        Bounds text = inner.localToScene(inner.getLayoutBounds());
        if (text.getMinX() < all.getMinX() - ROUNDING_PX
                || text.getMaxX() > all.getMaxX() + ROUNDING_PX
                || text.getMinY() < all.getMinY() - ROUNDING_PX
                || text.getMaxY() > all.getMaxY() + ROUNDING_PX) {
            amiss.add(name(outer) + " is too small for its text: " + text + " in " + all);
        }
    }

    private void whole(TextInputControl field) {
        String shown = field.getText() == null || field.getText().isEmpty() ? field.getPromptText() : field.getText();
        Text measured = new Text(shown);
        measured.setFont(field.getFont());
        double room = field.getWidth()
                - field.getInsets().getLeft()
                - field.getInsets().getRight();
        if (measured.prefWidth(-1) > room + ROUNDING_PX) {
            amiss.add(name(field) + " is too narrow for: " + shown);
        }
    }

    /** What stands in a row or in a column does not stick out of it. */
    private void holds(Parent parent) {
        if (!(parent instanceof HBox || parent instanceof VBox)) {
            return;
        }
        Bounds all = parent.localToScene(parent.getLayoutBounds());
        for (Node child : parent.getChildrenUnmodifiable()) {
            Bounds one = child.localToScene(child.getLayoutBounds());
            boolean out = one.getMinX() < all.getMinX() - ROUNDING_PX
                    || one.getMaxX() > all.getMaxX() + ROUNDING_PX
                    || one.getMinY() < all.getMinY() - ROUNDING_PX
                    || one.getMaxY() > all.getMaxY() + ROUNDING_PX;
            if (child.isVisible() && child.isManaged() && isSolid(child) && out) {
                amiss.add(name(child) + " sticks out of " + name(parent) + ": " + one + " in " + all);
            }
        }
    }

    /** Layers, lines of one text and what a control is made of lie over each other by design; everything else does not. */
    private void apart(Parent parent) {
        if (parent instanceof StackPane || parent instanceof Control || parent instanceof TextFlow) {
            return;
        }
        List<Node> solid = parent.getChildrenUnmodifiable().stream()
                .filter(child -> child.isVisible() && child.isManaged() && isSolid(child))
                .toList();
        for (int i = 0; i < solid.size(); i++) {
            for (int j = i + 1; j < solid.size(); j++) {
                apart(solid.get(i), solid.get(j));
            }
        }
    }

    private static boolean isSolid(Node node) {
        return node instanceof Control || node instanceof Pane || node instanceof Text;
    }

    private void apart(Node one, Node other) {
        Bounds first = one.localToScene(one.getLayoutBounds());
        Bounds second = other.localToScene(other.getLayoutBounds());
        double wide = Math.min(first.getMaxX(), second.getMaxX()) - Math.max(first.getMinX(), second.getMinX());
        double high = Math.min(first.getMaxY(), second.getMaxY()) - Math.max(first.getMinY(), second.getMinY());
        if (wide > ROUNDING_PX && high > ROUNDING_PX) {
            amiss.add(name(one) + " overlaps " + name(other));
        }
    }

    private static String name(Node node) {
        String id = node.getId() == null ? String.join(".", node.getStyleClass()) : "#" + node.getId();
        String text = node instanceof Labeled labeled ? " “" + labeled.getText() + "”" : "";
        return node.getClass().getSimpleName() + " " + id + text;
    }
}
