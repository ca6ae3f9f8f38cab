package dev.sidetone.ui.timeline;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** One row for labels: which columns are taken, and which are crossed by lines that no label may hide. Owned by {@link LabelLayout}. */
final class Shelf {
    private final NavigableMap<Long, Long> taken = new TreeMap<>();
    private final NavigableMap<Long, Long> lines;
    private final long endColumn;

    /** {@code lines} are stretches of columns by their first; labels end before {@code endColumn}. */
    Shelf(NavigableMap<Long, Long> lines, long endColumn) {
        this.lines = lines;
        this.endColumn = endColumn;
    }

    /** Whether a label fits there, be it across its own line. */
    boolean hasRoom(long column, long width) {
        return column + width <= endColumn && isClear(taken, column, width);
    }

    /** Whether a label fits there and hides no line. */
    boolean isFree(long column, long width) {
        return hasRoom(column, width) && isClear(lines, column, width);
    }

    void take(long column, long width) {
        taken.put(column, column + width);
    }

    void giveBack(long column) {
        taken.remove(column);
    }

    private static boolean isClear(NavigableMap<Long, Long> spans, long column, long width) {
        Map.Entry<Long, Long> last = spans.lowerEntry(column + width + LabelLayout.APART_PX);
        return last == null || last.getValue() + LabelLayout.APART_PX <= column;
    }
}
