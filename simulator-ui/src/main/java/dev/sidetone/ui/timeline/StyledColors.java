package dev.sidetone.ui.timeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The pane's colours as style properties: a style sheet gives them, and where none does the colors' own hold. On the FX thread. */
final class StyledColors {
    static final List<CssMetaData<? extends Styleable, ?>> METADATA;

    private static final Map<TimelineColor, ColorStyle> BY_INK = new EnumMap<>(TimelineColor.class);

    static {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        for (TimelineColor ink : TimelineColor.values()) {
            ColorStyle of = new ColorStyle(ink);
            BY_INK.put(ink, of);
            all.add(of);
        }
        METADATA = List.copyOf(all);
    }

    private final Map<TimelineColor, SimpleStyleableObjectProperty<Color>> colors = new EnumMap<>(TimelineColor.class);
    private final Runnable changed;
    private boolean dark;

    /** Tells {@code changed} whenever a colour is another. */
    StyledColors(TimelinePane pane, Runnable changed) {
        this.changed = changed;
        BY_INK.forEach((ink, of) -> {
            SimpleStyleableObjectProperty<Color> color =
                    new SimpleStyleableObjectProperty<>(of, pane, ink.property(), ink.color(false));
            color.addListener((property, before, now) -> changed.run());
            colors.put(ink, color);
        });
    }

    void setDark(boolean onDark) {
        dark = onDark;
        changed.run();
    }

    Palette palette() {
        return new Palette(this::color);
    }

    private Color color(TimelineColor ink) {
        SimpleStyleableObjectProperty<Color> color = property(ink);
        return color.getStyleOrigin() == null ? ink.color(dark) : color.get();
    }

    private SimpleStyleableObjectProperty<Color> property(TimelineColor ink) {
        return Objects.requireNonNull(colors.get(ink));
    }

    private static final class ColorStyle extends CssMetaData<TimelinePane, Color> {
        private final TimelineColor ink;

        ColorStyle(TimelineColor ink) {
            super(ink.property(), StyleConverter.getColorConverter(), ink.color(false));
            this.ink = ink;
        }

        @Override
        public boolean isSettable(TimelinePane pane) {
            return !pane.colors().property(ink).isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(TimelinePane pane) {
            return pane.colors().property(ink);
        }
    }
}
