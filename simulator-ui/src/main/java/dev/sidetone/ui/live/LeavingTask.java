package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves live mode on a thread of its own, since restoring the number blocks. Used on the FX thread. */
final class LeavingTask {
    private static final Trouble NOT_RESTORED = new Trouble(
            "The number still rings this machine.",
            "Start Sidetone again: it puts the number back. Or set it by hand in Twilio's console.");

    private final LiveMode mode;
    private final List<Runnable> then = new ArrayList<>();
    private final Thread thread;

    LeavingTask(LiveMode mode) {
        this.mode = mode;
        thread = new Thread(mode::close, "live-leave");
        thread.start();
    }

    boolean isOver() {
        return !thread.isAlive();
    }

    /** Adds an action for the end. */
    void then(Runnable next) {
        then.add(next);
    }

    /** Runs the actions for the end. */
    void finish() {
        then.forEach(Runnable::run);
    }

    /** The reason for which the number could not be restored, or null. Only once it is over. */
    @Nullable
    Trouble trouble() {
        LiveState now = mode.now();
        if (now.unrestored() != null || now.inUse() == null) {
            return now.unrestored();
        }
        return now.trouble() != null ? now.trouble() : NOT_RESTORED;
    }
}
