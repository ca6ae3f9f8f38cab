package dev.sidetone.ui.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The fonts of the picture and the widths of texts in them. Owned by the {@link TimelinePainter}, on the FX thread. */
final class TimelineFonts {
    private static final double SIZE_PX = 11;
    private static final int MOST_KNOWN = 2_000;

    private final Font plain;
    private final Font strong;
    private final Text ruler = new Text();
    private final Map<String, Double> known = new HashMap<>();
    private final Function<String, Double> measuring = this::measure;

    TimelineFonts() {
        String family = Font.getDefault().getFamily();
        plain = Font.font(family, SIZE_PX);
        strong = Font.font(family, FontWeight.BOLD, SIZE_PX + 1);
        ruler.setFont(plain);
    }

    Font plain() {
        return plain;
    }

    Font strong() {
        return strong;
    }

    /** The width of {@code text} in the plain font. */
    double width(String text) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(text, measuring);
    }

    private double measure(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
