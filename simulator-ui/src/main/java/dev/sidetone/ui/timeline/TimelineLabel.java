package dev.sidetone.ui.timeline;

import java.util.List;

/**
 * Words that belong to a moment, or to the time between two.
 *
 * @param texts what it may say, the longest first: the shorter ones are for where there is less room
 * @param priority the higher comes first where there is not room for all
 */
record TimelineLabel(Strip strip, double fromMs, double toMs, List<String> texts, TimelineColor ink, int priority) {
    /** Where labels stand. */
    enum Strip {
        ABOVE,
        BETWEEN,
        BELOW
    }

    static TimelineLabel at(Strip strip, double ms, TimelineColor ink, int priority, String... texts) {
        return new TimelineLabel(strip, ms, ms, List.of(texts), ink, priority);
    }
}
