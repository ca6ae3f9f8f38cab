package dev.sidetone.simulator.timeline;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The marks that a server set and that have not come back, numbered as they were set. A name that was set twice counts as the later one.
 */
final class PendingMarks {
    /** Marks that never come back must not fill the memory. */
    private static final int MOST = 10_000;

    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private long next;

    void add(String name) {
        numbers.put(name, next++);
        if (numbers.size() > MOST) {
            numbers.remove(numbers.keySet().iterator().next());
        }
    }

    /** Returns the number of a mark that came back, or null if it was not pending. */
    @Nullable
    Long remove(String name) {
        return numbers.remove(name);
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** The number that the next mark gets. */
    long nextNumber() {
        return next;
    }
}
