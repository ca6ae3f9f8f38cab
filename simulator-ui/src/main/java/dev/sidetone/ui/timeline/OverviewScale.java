package dev.sidetone.ui.timeline;

/**
 * The scale of the overview: the whole call on one width, with the margins of a picture of all of it. While the call runs it grows in steps, so that the picture stands still in between.
 * Immutable.
 */
record OverviewScale(double startMs, double endMs, double widthPx) {
    private static final double SHORTEST_MS = 30_000;
    private static final double GROWTH = 1.5;
    private static final double MARGIN_PX = Viewport.BEFORE_START_PX;

    /** The scale of a call that is known from {@code startMs} to {@code edgeMs}. */
    static OverviewScale of(double startMs, double edgeMs, boolean isOver, double widthPx) {
        double lengthMs = Math.max(1, edgeMs - startMs);
        if (isOver) {
            return new OverviewScale(startMs, startMs + lengthMs, widthPx);
        }
        double roomMs = SHORTEST_MS;
        while (roomMs < lengthMs) {
            roomMs *= GROWTH;
        }
        return new OverviewScale(startMs, startMs + roomMs, widthPx);
    }

    double msPerPx() {
        return (endMs - startMs) / Math.max(1, widthPx - 2 * MARGIN_PX);
    }

    double xOf(double ms) {
        return Math.floor((ms - startMs) / msPerPx() + MARGIN_PX);
    }

    double msAt(double x) {
        return startMs + (x - MARGIN_PX) * msPerPx();
    }
}
