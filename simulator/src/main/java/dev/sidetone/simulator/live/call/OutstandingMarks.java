package dev.sidetone.simulator.live.call;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The marks that were sent and have not come back. Twilio's echo of a mark does not say whether it was played or returned by a clear: one
 * that is outstanding when a clear is sent counts as returned by it. Owned by {@link StreamFacts}.
 */
final class OutstandingMarks {
    private static final int MOST = 10_000;

    /** True for a mark that no clear was sent after. */
    private final Map<String, Boolean> outstanding = new LinkedHashMap<>();

    private int playing;

    void sent(String name) {
        if (outstanding.size() == MOST) {
            returned(outstanding.keySet().iterator().next());
        }
        Boolean before = outstanding.put(name, true);
        playing += before == null || !before ? 1 : 0;
    }

    /** A clear is sent. Returns the number of marks that it returns. */
    int cleared() {
        int marks = playing;
        outstanding.replaceAll((name, playable) -> false);
        playing = 0;
        return marks;
    }

    /** A mark came back. Returns true when it was played, false when a clear returned it, and null when it was never sent. */
    @Nullable
    Boolean returned(String name) {
        Boolean played = outstanding.remove(name);
        playing -= played != null && played ? 1 : 0;
        return played;
    }

    void forget() {
        outstanding.clear();
        playing = 0;
    }
}
