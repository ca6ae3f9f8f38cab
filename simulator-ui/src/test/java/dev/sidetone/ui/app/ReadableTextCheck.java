package dev.sidetone.ui.app;

import dev.sidetone.ui.fx.Overlay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Checks the texts of a scene: none is smaller than {@value #LEAST_PX} px, and each stands out against what is painted behind it as WCAG's level AA
 * wants. What is disabled, and what lies below an open dialog, is left out. On the FX thread.
 */
final class ReadableTextCheck {
    private static final double LEAST_PX = 12;
    private static final double TEXT = 4.5;
    /** What is large, or a sign. */
    private static final double LARGE = 3;

    private static final double LARGE_PX = 24;
    private static final double LARGE_BOLD_PX = 18.66;
    /** Of 255: the edges of letters are of colours in between. */
    private static final int SAME = 24;
    /** A text that is cut off above and below by what it scrolls in has too few pixels of its own. */
    private static final double LEAST_SEEN = 0.6;

    private final WritableImage picture;
    private final List<String> amiss = new ArrayList<>();

    private ReadableTextCheck(WritableImage picture) {
        this.picture = picture;
    }

    /** What cannot be read well, a line each; {@code picture} is the scene as it is now. */
    static List<String> amiss(Scene scene, WritableImage picture) {
        ReadableTextCheck check = new ReadableTextCheck(picture);
        Node from = Overlay.isOpenIn(scene) ? scene.lookup(".overlay-card") : scene.getRoot();
        check.look(from, new BoundingBox(0, 0, picture.getWidth(), picture.getHeight()), 1);
        return check.amiss;
    }

    private void look(Node node, Bounds seen, double opacity) {
        if (!node.isVisible() || node.isDisabled() || (node instanceof IndexedCell<?> cell && cell.isEmpty())) {
            return;
        }
        double painted = opacity * node.getOpacity();
        Bounds within = node.getClip() == null
                ? seen
                : common(seen, node.localToScene(node.getClip().getBoundsInParent()));
        if (node instanceof Text text && !text.getText().isBlank()) {
            check(text, within, painted);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, within, painted));
        }
    }

    private void check(Text text, Bounds within, double opacity) {
        Bounds all = text.localToScene(text.getLayoutBounds());
        Bounds seen = common(all, within);
        if (area(seen) < LEAST_SEEN * area(all) || !(text.getFill() instanceof Color ink)) {
            return;
        }
        boolean sign = text instanceof FontIcon;
        if (!sign && text.getFont().getSize() < LEAST_PX) {
            amiss.add(String.format(
                    Locale.ROOT,
                    "%s is %.1f px high",
                    name(text),
                    text.getFont().getSize()));
        }
        Color ground = ground(seen, ink);
        Color shown = ground.interpolate(
                new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 1), ink.getOpacity() * opacity);
        double contrast = contrast(shown, ground);
        if (contrast < (sign || isLarge(text) ? LARGE : TEXT)) {
            amiss.add(String.format(
                    Locale.ROOT, "%s has a contrast of %.2f: %s on %s", name(text), contrast, shown, ground));
        }
    }

    private static boolean isLarge(Text text) {
        boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
        return text.getFont().getSize() >= (bold ? LARGE_BOLD_PX : LARGE_PX);
    }

    /** The colour that most pixels have that are not of the letters. */
    private Color ground(Bounds seen, Color ink) {
        int x = (int) Math.ceil(seen.getMinX());
        int y = (int) Math.ceil(seen.getMinY());
        int width = Math.max(1, (int) Math.floor(seen.getMaxX()) - x);
        int height = Math.max(1, (int) Math.floor(seen.getMaxY()) - y);
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(x, y, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        return color(counts.entrySet().stream()
                .filter(each -> !isOf(each.getKey(), ink))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(pixels[0]));
    }

    private static boolean isOf(int pixel, Color ink) {
        Color color = color(pixel);
        return Math.abs(color.getRed() - ink.getRed()) * 255 < SAME
                && Math.abs(color.getGreen() - ink.getGreen()) * 255 < SAME
                && Math.abs(color.getBlue() - ink.getBlue()) * 255 < SAME;
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    private static double contrast(Color one, Color other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static Bounds common(Bounds one, Bounds other) {
        double minX = Math.max(one.getMinX(), other.getMinX());
        double minY = Math.max(one.getMinY(), other.getMinY());
        double width = Math.min(one.getMaxX(), other.getMaxX()) - minX;
        double height = Math.min(one.getMaxY(), other.getMaxY()) - minY;
        return new BoundingBox(minX, minY, Math.max(0, width), Math.max(0, height));
    }

    private static double area(Bounds bounds) {
        return bounds.getWidth() * bounds.getHeight();
    }

    /** The text and where it stands. */
    private static String name(Text text) {
        StringBuilder path = new StringBuilder();
        int levels = 3;
        for (Node up = text.getParent(); up != null && levels-- > 0; up = up.getParent()) {
            path.insert(0, "/" + (up.getId() == null ? String.join(".", up.getStyleClass()) : "#" + up.getId()));
        }
        return "“" + text.getText() + "” in " + path;
    }
}
