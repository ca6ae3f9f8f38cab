package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;

import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotInterface;

/** Operates and reads a window as a user does, from a test's thread. */
final class WindowRobot {
    private final FxRobot robot;
    private final Supplier<Stage> window;

    WindowRobot(FxRobot robot, Supplier<Stage> window) {
        this.robot = robot;
        this.window = window;
    }

    Node node(String id) {
        return window.get().getScene().lookup(id);
    }

    private @Nullable Node visible(String style) {
        return window.get().getScene().getRoot().lookupAll(style).stream()
                .filter(node -> node.isVisible() && node.localToScreen(0, 0) != null && isSeen(node))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSeen(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible() || (up instanceof ListCell<?> cell && cell.isEmpty())) {
                return false;
            }
        }
        return true;
    }

    boolean shows(String id) {
        Node node = node(id);
        return node != null && isSeen(node);
    }

    String text(String id) {
        return node(id) instanceof Labeled labeled ? labeled.getText() : "";
    }

    void press(String id) throws Exception {
        until(id + " can be pressed", () -> shows(id) && !node(id).isDisabled());
        click(id);
    }

    void pressInCell(String style) throws Exception {
        until(style + " is there", () -> visible(style) != null);
        robot.clickOn(middle(onFx(() -> visible(style))));
    }

    FxRobotInterface click(String id) throws Exception {
        return robot.clickOn(middle(node(id)));
    }

    /** Where a node is on the screen is worked out on the FX thread: the robot would do it beside the layout, and break that. */
    private static Point2D middle(@Nullable Node node) throws Exception {
        Node there = Objects.requireNonNull(node);
        return onFx(() -> {
            Bounds place = there.localToScreen(there.getBoundsInLocal());
            return new Point2D(place.getCenterX(), place.getCenterY());
        });
    }
}
