package dev.sidetone.ui.timeline;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.paint.Color;

/** The colours of one theme with their tints, computed once. Immutable. */
final class Palette {
    private static final double WASH = 0.16;
    private static final double GLAZE = 0.1;
    private static final double VEIL = 0.25;
    private static final double HALF = 0.45;
    /** The contrast of text that WCAG 2 calls AA. */
    private static final double READABLE = 4.5;

    private static final double INK_STEP = 0.05;

    private record Shades(Color full, Color wash, Color glaze, Color veil, Color half, Color ink) {}

    private final Map<TimelineColor, Shades> shades = new EnumMap<>(TimelineColor.class);

    Palette(Function<TimelineColor, Color> colors) {
        Color background = colors.apply(TimelineColor.BACKGROUND);
        for (TimelineColor name : TimelineColor.values()) {
            Color color = colors.apply(name);
            Color wash = background.interpolate(color, WASH);
            Color glaze = Color.color(color.getRed(), color.getGreen(), color.getBlue(), GLAZE);
            Color veil = Color.color(color.getRed(), color.getGreen(), color.getBlue(), VEIL);
            Color ink = readable(color, colors.apply(TimelineColor.TEXT), wash);
            shades.put(name, new Shades(color, wash, glaze, veil, background.interpolate(color, HALF), ink));
        }
    }

    /** The colour itself, or as much nearer to the text's as it takes to be read on {@code behind}. */
    private static Color readable(Color color, Color text, Color behind) {
        Color ink = color;
        for (double share = INK_STEP; share <= 1 && contrast(ink, behind) < READABLE; share += INK_STEP) {
            ink = color.interpolate(text, share);
        }
        return ink;
    }

    /** The contrast of two colours by WCAG 2, 1 to 21. */
    static double contrast(Color one, Color other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private Shades of(TimelineColor name) {
        return Objects.requireNonNull(shades.get(name));
    }

    Color full(TimelineColor name) {
        return of(name).full;
    }

    /** For text on the {@link #wash} of the same colour. */
    Color ink(TimelineColor name) {
        return of(name).ink;
    }

    /** A pale, opaque tint as a background for text. */
    Color wash(TimelineColor name) {
        return of(name).wash;
    }

    /** A very transparent tint. */
    Color glaze(TimelineColor name) {
        return of(name).glaze;
    }

    /** A less transparent tint. */
    Color veil(TimelineColor name) {
        return of(name).veil;
    }

    /** An opaque tint of about half the strength. */
    Color half(TimelineColor name) {
        return of(name).half;
    }
}
