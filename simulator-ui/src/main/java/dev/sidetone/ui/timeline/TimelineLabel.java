package dev.sidetone.ui.timeline;

import java.util.List;

/**
 * A text label for a moment, or for the time between two moments, of the call. Immutable.
 *
 * @param texts the possible texts, longest first; shorter ones serve where space is short
 * @param priority labels of higher priority are placed first
 * @param beside whether it stands beside its time only, never across it
 */
record TimelineLabel(
        Strip strip,
        double fromMs,
        double toMs,
        List<String> texts,
        TimelineColor color,
        int priority,
        boolean beside) {
    /** One that may stand across its time. */
    TimelineLabel(Strip strip, double fromMs, double toMs, List<String> texts, TimelineColor color, int priority) {
        this(strip, fromMs, toMs, texts, color, priority, false);
    }

    /** The strips of the picture that hold labels: above the caller's lane, between the lanes, below the agent's lane. */
    enum Strip {
        ABOVE,
        BETWEEN,
        BELOW
    }

    /**
     * A label with its place.
     *
     * @param text the one of its texts that fits
     * @param column its left column, counted from the start of the call
     * @param row its row in the strip; 0 is nearest to the lanes
     */
    record Placed(TimelineLabel label, String text, long column, double widthPx, int row) {}

    static TimelineLabel at(Strip strip, double ms, TimelineColor color, int priority, String... texts) {
        return new TimelineLabel(strip, ms, ms, List.of(texts), color, priority);
    }
}
