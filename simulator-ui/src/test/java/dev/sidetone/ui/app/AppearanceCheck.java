package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** Checks a window in both themes and both sizes: nothing is cut off or overlaps, and the expected colours appear. */
final class AppearanceCheck {
    static final int[][] SIZES = {{1280, 800}, {1024, 700}};
    private static final double SAME = 0.03;

    private final OpenWindow window;

    /** What one picture must show. */
    interface Wanted {
        void in(WritableImage picture, boolean dark) throws Exception;
    }

    AppearanceCheck(OpenWindow window) {
        this.window = window;
    }

    void at(String state, Wanted wanted) throws Exception {
        for (int[] size : SIZES) {
            for (boolean dark : new boolean[] {true, false}) {
                window.look(dark, size[0], size[1]);
                assertThat(onFx(() -> LayoutCheck.amiss(window.stage().getScene())))
                        .as("%s, %s, %d x %d", state, dark ? "dark" : "light", size[0], size[1])
                        .isEmpty();
                WritableImage picture = window.picture();
                assertThat(picture.getPixelReader().getColor(4, (int) picture.getHeight() - 4))
                        .matches(color -> color.getBrightness() < 0.25 == dark, "is of its theme");
                wanted.in(picture, dark);
            }
        }
    }

    /** Both voices are drawn in their colours. */
    static void assertVoices(WritableImage picture, boolean dark) {
        assertThat(count(picture, Color.web(dark ? "#58a6ff" : "#0969da"))).isGreaterThan(300);
        assertThat(count(picture, Color.web(dark ? "#3fb950" : "#1a7f37"))).isGreaterThan(300);
    }

    private static int count(WritableImage picture, Color color) {
        int count = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight() / 2; y++) {
                count += isSame(picture.getPixelReader().getColor(x, y), color) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isSame(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) < SAME
                && Math.abs(one.getGreen() - other.getGreen()) < SAME
                && Math.abs(one.getBlue() - other.getBlue()) < SAME;
    }

    /** A button is painted in a hue between two, round the circle. */
    void assertButton(WritableImage picture, String id, double fromHue, double toHue) throws Exception {
        Bounds at = onFx(() -> {
            Node button = Objects.requireNonNull(window.node(id));
            return button.localToScene(button.getLayoutBounds());
        });
        Color painted = picture.getPixelReader().getColor((int) at.getMinX() + 8, (int) at.getMinY() + 8);
        assertThat(painted.getSaturation()).as(id + " " + painted).isGreaterThan(0.5);
        assertThat((painted.getHue() - fromHue + 360) % 360)
                .as(id + " " + painted)
                .isLessThan((toHue - fromHue + 360) % 360);
    }
}
