package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Live mode being left: puts the number back on a thread of its own, since that waits. Made on the FX thread, asked from there. */
final class LeavingTask {
    private static final Trouble STUCK = new Trouble(
            "The number still rings this machine.",
            "Start Sidetone again: it puts the number back. Or set it by hand in Twilio's console.");

    private final LiveMode mode;
    private final List<Runnable> left = new ArrayList<>();
    private final Thread goodbye;

    LeavingTask(LiveMode mode) {
        this.mode = mode;
        goodbye = new Thread(mode::close, "live-shutdown");
        goodbye.start();
    }

    boolean isOver() {
        return !goodbye.isAlive();
    }

    /** What is done when it is over. */
    void then(Runnable next) {
        left.add(next);
    }

    void arrive() {
        left.forEach(Runnable::run);
    }

    /** Why the number could not be put back, or null; once it is over. */
    @Nullable
    Trouble trouble() {
        LiveState now = mode.now();
        if (now.inUse() == null) {
            return null;
        }
        return now.trouble() != null ? now.trouble() : STUCK;
    }
}
