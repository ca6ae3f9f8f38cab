package dev.sidetone.ui.timeline;

import dev.sidetone.ui.selection.SelectionModel;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.testfx.util.WaitForAsyncUtils;

/** A drawn picture of a call, for checks of single pixels. */
final class TimelinePicture {
    static final int WIDTH = 900;
    static final int HEIGHT = 220;

    private static final double SAME = 0.02;

    private final Image image;
    private final int height;
    private final Viewport view = new Viewport();

    private TimelinePicture(Image image, int height, double startMs, double edgeMs) {
        this.image = image;
        this.height = height;
        view.resize(WIDTH - TimelinePainter.NAMES_PX - TimelinePainter.RIGHT_PX);
        view.startAt(startMs);
        view.extendTo(edgeMs);
    }

    /** Draws {@code call} as it stands at {@code edgeMs}, on a pane that {@code change} was done to. */
    static TimelinePicture of(ScriptedTimeline call, double edgeMs, Consumer<TimelinePane> change) {
        return of(call, edgeMs, HEIGHT, change);
    }

    /** The same in another height. */
    static TimelinePicture of(ScriptedTimeline call, double edgeMs, int height, Consumer<TimelinePane> change) {
        return of(call, edgeMs, height, new SelectionModel(), change);
    }

    /** The same with what is selected in {@code selection}. */
    static TimelinePicture of(
            ScriptedTimeline call, double edgeMs, int height, SelectionModel selection, Consumer<TimelinePane> change) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            TimelinePane pane = new TimelinePane(selection);
            Scene scene = new Scene(new StackPane(pane), WIDTH, height);
            pane.show(call.timeline());
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            pane.pulse(1_000_000_000L);
            change.accept(pane);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            pane.pulse(2_000_000_000L);
            return new TimelinePicture(scene.snapshot(null), height, call.startMs(), edgeMs);
        });
    }

    static TimelinePicture of(ScriptedTimeline call, double edgeMs) {
        return of(call, edgeMs, pane -> {});
    }

    LaneLayout lanes() {
        return LaneLayout.of(height);
    }

    /** The pixel column of a moment. */
    int xOf(double ms) {
        return (int) view.xOf(ms) + TimelinePainter.NAMES_PX;
    }

    Color at(int x, int y) {
        return image.getPixelReader().getColor(x, y);
    }

    /** How many pixels of a rectangle are {@code color}. */
    int count(Color color, int fromX, int untilX, int fromY, int untilY) {
        PixelReader pixels = image.getPixelReader();
        int count = 0;
        for (int x = Math.max(0, fromX); x < Math.min(WIDTH, untilX); x++) {
            for (int y = fromY; y < untilY; y++) {
                count += isSame(color, pixels.getColor(x, y)) ? 1 : 0;
            }
        }
        return count;
    }

    int count(TimelineColor color, int fromX, int untilX, int fromY, int untilY) {
        return count(color.defaultColor(false), fromX, untilX, fromY, untilY);
    }

    private static boolean isSame(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) < SAME
                && Math.abs(one.getGreen() - other.getGreen()) < SAME
                && Math.abs(one.getBlue() - other.getBlue()) < SAME;
    }
}
