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

/** The timeline's colours as style properties of its pane, with defaults where no style sheet sets them. On the FX thread. */
final class StyledColors {
    static final List<CssMetaData<? extends Styleable, ?>> METADATA;

    private static final Map<TimelineColor, ColorStyle> STYLES = new EnumMap<>(TimelineColor.class);

    static {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        for (TimelineColor name : TimelineColor.values()) {
            ColorStyle of = new ColorStyle(name);
            STYLES.put(name, of);
            all.add(of);
        }
        METADATA = List.copyOf(all);
    }

    private final Map<TimelineColor, SimpleStyleableObjectProperty<Color>> colors = new EnumMap<>(TimelineColor.class);
    private final Runnable changed;
    private boolean dark;

    /** Runs {@code changed} whenever a colour changes. */
    StyledColors(TimelinePane pane, Runnable changed) {
        this.changed = changed;
        STYLES.forEach((name, of) -> {
            SimpleStyleableObjectProperty<Color> color =
                    new SimpleStyleableObjectProperty<>(of, pane, name.property(), name.defaultColor(false));
            color.addListener((property, before, now) -> changed.run());
            colors.put(name, color);
        });
    }

    void setDark(boolean onDark) {
        dark = onDark;
        changed.run();
    }

    Palette palette() {
        return new Palette(this::color);
    }

    private Color color(TimelineColor name) {
        SimpleStyleableObjectProperty<Color> color = property(name);
        return color.getStyleOrigin() == null ? name.defaultColor(dark) : color.get();
    }

    private SimpleStyleableObjectProperty<Color> property(TimelineColor name) {
        return Objects.requireNonNull(colors.get(name));
    }

    private static final class ColorStyle extends CssMetaData<TimelinePane, Color> {
        private final TimelineColor name;

        ColorStyle(TimelineColor name) {
            super(name.property(), StyleConverter.getColorConverter(), name.defaultColor(false));
            this.name = name;
        }

        @Override
        public boolean isSettable(TimelinePane pane) {
            return !pane.colors().property(name).isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(TimelinePane pane) {
            return pane.colors().property(name);
        }
    }
}
