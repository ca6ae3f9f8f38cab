package dev.sidetone.ui.timeline;

import dev.sidetone.ui.timeline.TimelineLabel.Strip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds places for labels so that none touches another or hides what another belongs to: the important first, beside or across the
 * moments that they belong to; what finds no place is left out. Places are columns of the call, so a picture that scrolls keeps them.
 * Owned by the drawing, on the FX thread.
 */
final class LabelLayout {
    /** Around the text of a label, on both sides. */
    static final double PADDING_PX = 5;
    /** Between a label and the line that it belongs to, and the least between two labels. */
    static final int APART_PX = 4;

    private static final int SLACK_PX = 16;
    /** A stretch that is narrower says nothing that a label could hide. */
    private static final int READABLE_PX = 12;

    private final ToDoubleFunction<String> widths;
    private final Map<Strip, List<Shelf>> strips = new EnumMap<>(Strip.class);
    private double msPerPx = 1;

    /** {@code widths} measures a text in pixels. */
    LabelLayout(ToDoubleFunction<String> widths) {
        this.widths = widths;
    }

    /** Places {@code labels} at a scale, in strips of {@code rows} rows that end at {@code endColumn}. */
    List<PlacedLabel> place(List<TimelineLabel> labels, double scale, Map<Strip, Integer> rows, long endColumn) {
        msPerPx = scale;
        strips.clear();
        rows.forEach((strip, count) -> strips.put(strip, shelves(count, lines(labels, strip), endColumn)));
        List<TimelineLabel> ranked = new ArrayList<>(labels);
        ranked.sort(
                Comparator.comparingInt(TimelineLabel::priority).reversed().thenComparingDouble(TimelineLabel::fromMs));
        List<PlacedLabel> placed = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= ranked.size(); i++) {
            if (i == ranked.size()
                    || ranked.get(i).priority() != ranked.get(from).priority()) {
                placed.addAll(group(ranked.subList(from, i)));
                from = i;
            }
        }
        return placed;
    }

    private static List<Shelf> shelves(int count, NavigableMap<Long, Long> lines, long endColumn) {
        List<Shelf> shelves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shelves.add(new Shelf(lines, endColumn));
        }
        return shelves;
    }

    private NavigableMap<Long, Long> lines(List<TimelineLabel> labels, Strip strip) {
        NavigableMap<Long, Long> lines = new TreeMap<>();
        for (TimelineLabel label : labels) {
            long from = column(label.fromMs());
            long to = column(label.toMs());
            if (label.strip() == strip && to - from >= READABLE_PX) {
                lines.merge(from, to, Math::max);
            }
        }
        return lines;
    }

    /** Labels of one priority: a place for as many as possible first, then longer texts where there is still room. */
    private List<PlacedLabel> group(List<TimelineLabel> labels) {
        List<PlacedLabel> placed = new ArrayList<>();
        for (TimelineLabel label : labels) {
            PlacedLabel shortest = find(label, label.texts().get(label.texts().size() - 1));
            if (shortest != null) {
                placed.add(shortest);
            }
        }
        placed.replaceAll(this::lengthened);
        return placed;
    }

    private PlacedLabel lengthened(PlacedLabel placed) {
        TimelineLabel label = placed.label();
        shelf(placed).giveBack(placed.column());
        for (String text : label.texts()) {
            PlacedLabel longer = find(label, text);
            if (longer != null) {
                return longer;
            }
        }
        shelf(placed).take(placed.column(), (long) placed.widthPx());
        return placed;
    }

    private Shelf shelf(PlacedLabel placed) {
        return strips.getOrDefault(placed.label().strip(), List.of()).get(placed.row());
    }

    private @Nullable PlacedLabel find(TimelineLabel label, String text) {
        long width = (long) Math.ceil(widths.applyAsDouble(text) + 2 * PADDING_PX);
        List<Shelf> shelves = strips.getOrDefault(label.strip(), List.of());
        for (int row = 0; row < shelves.size(); row++) {
            Long column = find(shelves.get(row), label, width);
            if (column != null) {
                shelves.get(row).take(column, width);
                return new PlacedLabel(label, text, column, width, row);
            }
        }
        return null;
    }

    /** Across the stretch where that is wide enough, else after it, else before it. */
    private @Nullable Long find(Shelf shelf, TimelineLabel label, long width) {
        long from = column(label.fromMs());
        long to = column(label.toMs());
        long across = (from + to - width) / 2;
        if (to - from >= width + SLACK_PX && shelf.hasRoom(across, width)) {
            return across;
        }
        long after = to + APART_PX;
        if (shelf.isFree(after, width)) {
            return after;
        }
        long before = from - APART_PX - width;
        return shelf.isFree(before, width) ? (Long) before : null;
    }

    private long column(double ms) {
        return (long) Math.floor(ms / msPerPx);
    }
}
