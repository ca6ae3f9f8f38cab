package dev.sidetone.simulator.live.call;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The marks that were sent and have not come back. A mark's return does not say whether it was reached or a clear returned it: one that
 * is away when a clear is sent counts as returned by that. Owned by {@link StreamFacts}.
 */
final class OutstandingMarks {
    private static final int MOST = 10_000;

    private final Map<String, Boolean> away = new LinkedHashMap<>();
    private int playing;

    void sent(String name) {
        if (away.size() == MOST) {
            returned(away.keySet().iterator().next());
        }
        Boolean before = away.put(name, true);
        playing += before == null || !before ? 1 : 0;
    }

    /** A clear is sent; returns how many marks it brings back. */
    int cleared() {
        int marks = playing;
        away.replaceAll((name, reachable) -> false);
        playing = 0;
        return marks;
    }

    /** Whether the mark was reached; null when it is none of ours. */
    @Nullable
    Boolean returned(String name) {
        Boolean reached = away.remove(name);
        playing -= reached != null && reached ? 1 : 0;
        return reached;
    }

    void forget() {
        away.clear();
        playing = 0;
    }
}
