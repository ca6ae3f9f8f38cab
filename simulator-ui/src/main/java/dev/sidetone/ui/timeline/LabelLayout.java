package dev.sidetone.ui.timeline;

import dev.sidetone.ui.timeline.TimelineLabel.Placed;
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
 * Places labels so that none overlaps another or hides another's moment: higher priority first, beside or across their own moments; those
 * without space are left out. Places are columns of the call, so they stay while the picture scrolls. Owned by {@link LabelPainter}, on the
 * FX thread.
 */
final class LabelLayout {
    /** The space left and right of a label's text. */
    static final double PADDING_PX = 5;
    /** The space between a label and its moment, and the least space between two labels. */
    static final int APART_PX = 4;

    private static final int SLACK_PX = 16;
    /** A stretch narrower than this may be covered by a label. */
    private static final int READABLE_PX = 2;

    private final ToDoubleFunction<String> widths;
    private final Map<Strip, List<LabelRow>> strips = new EnumMap<>(Strip.class);
    private double msPerPx = 1;
    private long firstColumn;

    /** {@code widths} returns the width of a text in pixels. */
    LabelLayout(ToDoubleFunction<String> widths) {
        this.widths = widths;
    }

    /** Places {@code labels} at {@code scale} ms per pixel, in {@code rows} rows per strip that end before {@code endColumn}. */
    List<Placed> place(List<TimelineLabel> labels, double scale, Map<Strip, Integer> rows, long endColumn) {
        return place(labels, List.of(), scale, rows, Long.MIN_VALUE / 2, endColumn);
    }

    /** The same from {@code startColumn} on, with lines that cross the strip between the lanes, which no label there touches. */
    List<Placed> place(
            List<TimelineLabel> labels,
            List<Double> crossingMs,
            double scale,
            Map<Strip, Integer> rows,
            long startColumn,
            long endColumn) {
        msPerPx = scale;
        firstColumn = startColumn;
        strips.clear();
        rows.forEach((strip, count) -> {
            NavigableMap<Long, Long> crossings = new TreeMap<>();
            if (strip == Strip.BETWEEN) {
                crossingMs.forEach(ms -> crossings.put(column(ms), column(ms)));
            }
            strips.put(strip, emptyRows(count, lines(labels, strip), crossings, endColumn));
        });
        List<TimelineLabel> ranked = new ArrayList<>(labels);
        ranked.sort(
                Comparator.comparingInt(TimelineLabel::priority).reversed().thenComparingDouble(TimelineLabel::fromMs));
        List<Placed> placed = new ArrayList<>();
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

    private static List<LabelRow> emptyRows(
            int count, NavigableMap<Long, Long> lines, NavigableMap<Long, Long> crossings, long endColumn) {
        List<LabelRow> empty = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            empty.add(new LabelRow(lines, crossings, endColumn));
        }
        return empty;
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

    /** Places labels of one priority: first as many as possible with their shortest text, then longer texts where space remains. */
    private List<Placed> group(List<TimelineLabel> labels) {
        List<Placed> placed = new ArrayList<>();
        for (TimelineLabel label : labels) {
            Placed shortest = find(label, label.texts().get(label.texts().size() - 1));
            if (shortest != null) {
                placed.add(shortest);
            }
        }
        placed.replaceAll(this::lengthened);
        return placed;
    }

    private Placed lengthened(Placed placed) {
        TimelineLabel label = placed.label();
        rowOf(placed).release(placed.column());
        for (String text : label.texts()) {
            Placed longer = find(label, text);
            if (longer != null) {
                return longer;
            }
        }
        rowOf(placed).take(placed.column(), (long) placed.widthPx());
        return placed;
    }

    private LabelRow rowOf(Placed placed) {
        return strips.getOrDefault(placed.label().strip(), List.of()).get(placed.row());
    }

    private @Nullable Placed find(TimelineLabel label, String text) {
        long width = (long) Math.ceil(widths.applyAsDouble(text) + 2 * PADDING_PX);
        List<LabelRow> candidates = strips.getOrDefault(label.strip(), List.of());
        for (int row = 0; row < candidates.size(); row++) {
            Long column = find(candidates.get(row), label, width);
            if (column != null) {
                candidates.get(row).take(column, width);
                return new Placed(label, text, column, width, row);
            }
        }
        return null;
    }

    /** Finds a column across the label's stretch if that is wide enough, else after it, else before it. */
    private @Nullable Long find(LabelRow row, TimelineLabel label, long width) {
        long from = column(label.fromMs());
        long to = column(label.toMs());
        long across = (from + to - width) / 2;
        if (!label.beside() && to - from >= width + SLACK_PX && row.hasRoom(across, width)) {
            return across;
        }
        long after = to + APART_PX;
        if (row.isFree(after, width)) {
            return after;
        }
        long before = from - APART_PX - width;
        return before >= firstColumn && row.isFree(before, width) ? (Long) before : null;
    }

    private long column(double ms) {
        return (long) Math.floor(ms / msPerPx);
    }

    /** One row of a strip: the columns taken by labels, and the stretches that no other label may hide. */
    private static final class LabelRow {
        private final NavigableMap<Long, Long> taken = new TreeMap<>();
        private final NavigableMap<Long, Long> stretches;
        private final NavigableMap<Long, Long> crossings;
        private final long endColumn;

        /** {@code stretches} and {@code crossings} map first to last columns; labels end before {@code endColumn}. */
        LabelRow(NavigableMap<Long, Long> stretches, NavigableMap<Long, Long> crossings, long endColumn) {
            this.stretches = stretches;
            this.crossings = crossings;
            this.endColumn = endColumn;
        }

        /** Returns whether a label fits here, possibly across its own stretch. */
        boolean hasRoom(long column, long width) {
            return column + width <= endColumn && isClear(taken, column, width) && isClear(crossings, column, width);
        }

        /** Returns whether a label fits here and hides no stretch. */
        boolean isFree(long column, long width) {
            return hasRoom(column, width) && isClear(stretches, column, width);
        }

        void take(long column, long width) {
            taken.put(column, column + width);
        }

        void release(long column) {
            taken.remove(column);
        }

        private static boolean isClear(NavigableMap<Long, Long> spans, long column, long width) {
            Map.Entry<Long, Long> last = spans.lowerEntry(column + width + APART_PX);
            return last == null || last.getValue() + APART_PX <= column;
        }
    }
}
