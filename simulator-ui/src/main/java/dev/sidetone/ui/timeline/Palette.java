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

    private record Shades(Color full, Color wash, Color glaze, Color veil, Color half) {}

    private final Map<TimelineColor, Shades> shades = new EnumMap<>(TimelineColor.class);

    Palette(Function<TimelineColor, Color> colors) {
        Color background = colors.apply(TimelineColor.BACKGROUND);
        for (TimelineColor name : TimelineColor.values()) {
            Color color = colors.apply(name);
            Color wash = background.interpolate(color, WASH);
            Color glaze = Color.color(color.getRed(), color.getGreen(), color.getBlue(), GLAZE);
            Color veil = Color.color(color.getRed(), color.getGreen(), color.getBlue(), VEIL);
            shades.put(name, new Shades(color, wash, glaze, veil, background.interpolate(color, HALF)));
        }
    }

    private Shades of(TimelineColor name) {
        return Objects.requireNonNull(shades.get(name));
    }

    Color full(TimelineColor name) {
        return of(name).full;
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
