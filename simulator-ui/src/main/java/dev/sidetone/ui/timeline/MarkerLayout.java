package dev.sidetone.ui.timeline;

import dev.sidetone.ui.timeline.Label.Strip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds places for labels so that none touches another: the important first, each with its longest text that fits, beside or across the
 * moments that it belongs to; what finds no place is left out. Places are columns of the call, so a picture that scrolls keeps them.
 */
final class MarkerLayout {
    /** Around the text of a label, on both sides. */
    static final double PADDING_PX = 5;
    /** Between a label and the line that it belongs to, and the least between two labels. */
    static final int APART_PX = 4;

    private static final int SLACK_PX = 16;

    private final ToDoubleFunction<String> widths;
    private final Map<Strip, List<NavigableMap<Long, Long>>> taken = new HashMap<>();
    private double msPerPx = 1;

    /** {@code widths} measures a text in pixels. */
    MarkerLayout(ToDoubleFunction<String> widths) {
        this.widths = widths;
    }

    /** Places {@code labels} at a scale, in strips of {@code rows} rows. */
    List<PlacedLabel> place(List<Label> labels, double scale, Map<Strip, Integer> rows) {
        msPerPx = scale;
        taken.clear();
        rows.forEach((strip, count) -> taken.put(strip, emptyRows(count)));
        List<PlacedLabel> placed = new ArrayList<>();
        List<Label> ranked = new ArrayList<>(labels);
        ranked.sort(Comparator.comparingInt(Label::priority).reversed().thenComparingDouble(Label::fromMs));
        for (Label label : ranked) {
            PlacedLabel found = find(label);
            if (found != null) {
                placed.add(found);
            }
        }
        return placed;
    }

    private static List<NavigableMap<Long, Long>> emptyRows(int count) {
        List<NavigableMap<Long, Long>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new TreeMap<>());
        }
        return rows;
    }

    private @Nullable PlacedLabel find(Label label) {
        for (String text : label.texts()) {
            PlacedLabel found = find(label, text);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable PlacedLabel find(Label label, String text) {
        long width = (long) Math.ceil(widths.applyAsDouble(text) + 2 * PADDING_PX);
        long from = (long) Math.floor(label.fromMs() / msPerPx);
        long to = (long) Math.floor(label.toMs() / msPerPx);
        List<NavigableMap<Long, Long>> rows = taken.getOrDefault(label.strip(), List.of());
        for (int row = 0; row < rows.size(); row++) {
            NavigableMap<Long, Long> spans = rows.get(row);
            long column = place(spans, from, to, width);
            if (column != Long.MIN_VALUE) {
                spans.put(column, column + width);
                return new PlacedLabel(label, text, column, width, row);
            }
        }
        return null;
    }

    /** Across the stretch where that is wide enough, else after it, else before it. */
    private static long place(NavigableMap<Long, Long> spans, long from, long to, long width) {
        long across = (from + to - width) / 2;
        if (to - from >= width + SLACK_PX && isFree(spans, across, width)) {
            return across;
        }
        long after = to + APART_PX;
        if (isFree(spans, after, width)) {
            return after;
        }
        long before = from - APART_PX - width;
        return isFree(spans, before, width) ? before : Long.MIN_VALUE;
    }

    private static boolean isFree(NavigableMap<Long, Long> spans, long column, long width) {
        Map.Entry<Long, Long> last = spans.lowerEntry(column + width + APART_PX);
        return last == null || last.getValue() + APART_PX <= column;
    }
}
