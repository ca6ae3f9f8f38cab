package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;

import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotInterface;

/** Operates and reads a window as a user does, from a test's thread. */
final class WindowRobot {
    private final FxRobot robot;
    private final Supplier<OpenWindow> window;

    WindowRobot(FxRobot robot, Supplier<OpenWindow> window) {
        this.robot = robot;
        this.window = window;
    }

    private @Nullable Node visible(String style) {
        return window.get().stage().getScene().getRoot().lookupAll(style).stream()
                .filter(node -> node.isVisible() && node.localToScreen(0, 0) != null && OpenWindow.isSeen(node))
                .findFirst()
                .orElse(null);
    }

    void press(String id) throws Exception {
        until(
                id + " can be pressed",
                () -> window.get().shows(id) && !window.get().node(id).isDisabled());
        click(id);
    }

    void pressInCell(String style) throws Exception {
        until(style + " is there", () -> visible(style) != null);
        robot.clickOn(middle(onFx(() -> visible(style))));
    }

    FxRobotInterface click(String id) throws Exception {
        return robot.clickOn(middle(window.get().node(id)));
    }

    /** Clicks beside what stands in front of the window, and waits until it is gone. */
    void clickBeside(String id) throws Exception {
        Stage stage = window.get().stage();
        robot.clickOn(onFx(() -> new Point2D(stage.getX() + 40, stage.getY() + 500)));
        until(id + " is gone", () -> !window.get().shows(id));
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
