package dev.sidetone.ui.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The fonts of the picture and the widths of texts in them. Owned by the {@link TimelinePainter}, on the FX thread. */
final class TimelineFonts {
    private static final double SIZE_PX = 12;
    private static final String ELLIPSIS = "…";
    private static final int MOST_KNOWN = 2_000;

    private final Font plain;
    private final Font strong;
    private final Text ruler = new Text();
    private final Map<String, Double> known = new HashMap<>();
    private final Map<Room, String> cut = new HashMap<>();
    private final Function<String, Double> measuring = this::measure;

    private record Room(String text, int widthPx) {}

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

    /** {@link #elided}, remembered: a picture is drawn many times with the same words. */
    String fitting(String text, double widthPx) {
        if (cut.size() > MOST_KNOWN) {
            cut.clear();
        }
        return cut.computeIfAbsent(new Room(text, (int) widthPx), room -> elided(room.text(), room.widthPx()));
    }

    /** The beginning of {@code text} that fits into {@code widthPx}, with an ellipsis if that is not all; empty where nothing does. */
    String elided(String text, double widthPx) {
        if (measure(text) <= widthPx) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (measure(text.substring(0, middle) + ELLIPSIS) <= widthPx) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        int end = fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1)) ? fits - 1 : fits;
        return end == 0 ? "" : text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    private double measure(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
