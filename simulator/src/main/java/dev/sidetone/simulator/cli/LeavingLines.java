package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.live.LiveState;
import org.jspecify.annotations.Nullable;

/** The lines about what leaving live mode waits for: after 1 s, with every new reason, and then every 5 s. One thread. */
final class LeavingLines {
    private static final long PERIOD_S = 5;

    private String what = "";
    private long shownS;

    /** Returns the next line, or null where none is due. */
    @Nullable
    String next(LiveState.@Nullable Waiting now) {
        if (now == null || now.seconds() < 1) {
            return null;
        }
        boolean isNew = !now.what().equals(what);
        if (!isNew && now.seconds() < shownS + PERIOD_S) {
            return null;
        }
        what = now.what();
        shownS = now.seconds();
        return "leaving " + now.words();
    }
}
