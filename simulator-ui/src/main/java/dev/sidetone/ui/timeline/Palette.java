package dev.sidetone.ui.timeline;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.paint.Color;

/** The colours of one theme with the mixtures made of them, worked out once. Immutable. */
final class Palette {
    private static final double WASH = 0.16;
    private static final double GLAZE = 0.1;
    private static final double VEIL = 0.25;
    private static final double HALF = 0.45;

    private record Shades(Color full, Color wash, Color glaze, Color veil, Color half) {}

    private final Map<TimelineColor, Shades> shades = new EnumMap<>(TimelineColor.class);

    Palette(Function<TimelineColor, Color> colors) {
        Color background = colors.apply(TimelineColor.BACKGROUND);
        for (TimelineColor ink : TimelineColor.values()) {
            Color color = colors.apply(ink);
            Color wash = background.interpolate(color, WASH);
            Color glaze = Color.color(color.getRed(), color.getGreen(), color.getBlue(), GLAZE);
            Color veil = Color.color(color.getRed(), color.getGreen(), color.getBlue(), VEIL);
            shades.put(ink, new Shades(color, wash, glaze, veil, background.interpolate(color, HALF)));
        }
    }

    private Shades of(TimelineColor ink) {
        return Objects.requireNonNull(shades.get(ink));
    }

    Color full(TimelineColor ink) {
        return of(ink).full;
    }

    /** A pale, solid shade to write on. */
    Color wash(TimelineColor ink) {
        return of(ink).wash;
    }

    /** A thin layer, to be seen through. */
    Color glaze(TimelineColor ink) {
        return of(ink).glaze;
    }

    /** A thicker one. */
    Color veil(TimelineColor ink) {
        return of(ink).veil;
    }

    /** Half as strong, and solid. */
    Color half(TimelineColor ink) {
        return of(ink).half;
    }
}
