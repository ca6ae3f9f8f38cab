package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** Checks a window in both themes and two sizes: nothing is cut off, overlaps or is hard to read, and the expected colours appear. */
final class AppearanceCheck {
    static final int[][] SIZES = {{1280, 800}, {800, 600}};
    /** In a lower window the lanes are a few pixels high. */
    private static final int ROOMY_PX = 700;
    /** Of 255 in each of red, green and blue. */
    private static final int SAME = 7;

    private final OpenWindow window;

    /** What one picture must show. */
    interface Wanted {
        void in(WritableImage picture, boolean dark) throws Exception;
    }

    AppearanceCheck(OpenWindow window) {
        this.window = window;
    }

    void at(String state, Wanted wanted) throws Exception {
        // Themes outside, the present one first: to change it is by far the slowest step.
        boolean present = onFx(() -> window.model().theme().darkProperty().get());
        for (boolean dark : new boolean[] {present, !present}) {
            for (int[] size : SIZES) {
                window.look(dark, size[0], size[1]);
                List<String> amiss = new ArrayList<>();
                WritableImage picture = onFx(() -> {
                    Scene scene = window.stage().getScene();
                    WritableImage now = scene.snapshot(null);
                    amiss.addAll(LayoutCheck.amiss(scene));
                    amiss.addAll(ReadableTextCheck.amiss(scene, now));
                    return now;
                });
                assertThat(amiss)
                        .as("%s, %s, %d x %d", state, dark ? "dark" : "light", size[0], size[1])
                        .isEmpty();
                assertThat(picture.getPixelReader().getColor(4, (int) picture.getHeight() - 4))
                        .matches(color -> color.getBrightness() < 0.25 == dark, "is of its theme");
                wanted.in(picture, dark);
            }
        }
    }

    /** Both voices are drawn in their colours. */
    static void assertVoices(WritableImage picture, boolean dark) {
        int least = picture.getHeight() < ROOMY_PX ? 50 : 300;
        assertThat(count(picture, Color.web(dark ? "#58a6ff" : "#0969da"))).isGreaterThan(least);
        assertThat(count(picture, Color.web(dark ? "#3fb950" : "#1a7f37"))).isGreaterThan(least);
    }

    private static int count(WritableImage picture, Color color) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight() / 2;
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        int red = (int) Math.round(color.getRed() * 255);
        int green = (int) Math.round(color.getGreen() * 255);
        int blue = (int) Math.round(color.getBlue() * 255);
        int count = 0;
        for (int pixel : pixels) {
            boolean same = Math.abs((pixel >> 16 & 0xff) - red) <= SAME
                    && Math.abs((pixel >> 8 & 0xff) - green) <= SAME
                    && Math.abs((pixel & 0xff) - blue) <= SAME;
            count += same ? 1 : 0;
        }
        return count;
    }

    /** A button is painted in a hue between two, round the circle. */
    void assertButton(WritableImage picture, String id, double fromHue, double toHue) throws Exception {
        Bounds at = onFx(() -> {
            Node button = window.node(id);
            return button.localToScene(button.getLayoutBounds());
        });
        Color painted = picture.getPixelReader().getColor((int) at.getMinX() + 8, (int) at.getMinY() + 8);
        assertThat(painted.getSaturation()).as(id + " " + painted).isGreaterThan(0.5);
        assertThat((painted.getHue() - fromHue + 360) % 360)
                .as(id + " " + painted)
                .isLessThan((toHue - fromHue + 360) % 360);
    }
}
