package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.call.LiveCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which call is looked at: the newest, until a person chooses another; choosing the newest follows again. */
final class Looked {
    private @Nullable LiveCall chosen;
    private List<LiveCall> calls = List.of();

    /** The calls there are, the newest first. */
    void at(List<LiveCall> now) {
        calls = now;
        if (chosen != null && !calls.contains(chosen)) {
            chosen = null;
        }
    }

    void choose(@Nullable LiveCall call) {
        chosen = call == null || call.equals(newest()) || !calls.contains(call) ? null : call;
    }

    /** The call in view; null before the first. */
    @Nullable
    LiveCall call() {
        return chosen == null ? newest() : chosen;
    }

    private @Nullable LiveCall newest() {
        return calls.isEmpty() ? null : calls.get(0);
    }
}
