package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings of one code and severity, of which a reader needs to see the first and how many there were. Immutable.
 *
 * @param first the first of them
 * @param last the last of them, which is the first if there is one only
 */
record FoundOften(Found first, Found last, int times) {
    /** Folds them, in the order of their first ones. */
    static List<FoundOften> of(List<Found> findings) {
        Map<String, FoundOften> folded = new LinkedHashMap<>();
        for (Found found : findings) {
            folded.merge(
                    found.severity() + " " + found.code(),
                    new FoundOften(found, found, 1),
                    (before, one) -> new FoundOften(before.first, one.last, before.times + 1));
        }
        return new ArrayList<>(folded.values());
    }

    /** When, at which message, and how often. */
    String where() {
        String at = first.atMs() == null ? "" : " at " + Figures.clock(first.atMs());
        String message = first.frame() == null ? "" : ", message " + first.frame();
        if (times == 1) {
            return at + message;
        }
        String until = last.atMs() == null ? "" : ", last at " + Figures.clock(last.atMs());
        return at + message + " · " + times + " times" + until;
    }
}
