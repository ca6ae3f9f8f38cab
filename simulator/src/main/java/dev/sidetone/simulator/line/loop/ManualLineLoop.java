package dev.sidetone.simulator.line.loop;

import dev.sidetone.bridge.time.Timers;
import org.jspecify.annotations.Nullable;

/** Runs a {@link LineLoop} on other timers in place of its thread: whole calls in manual time, in the thread that moves the clock. */
public final class ManualLineLoop {
    private final Timers timers;
    private final LineLoop loop;
    private Timers.@Nullable Timer next;

    /** @param timers the clock of everything, which somebody moves */
    public ManualLineLoop(Timers timers) {
        this.timers = timers;
        this.loop = new LineLoop(timers, () -> timers.after(0, this::run));
    }

    public LineLoop loop() {
        return loop;
    }

    private void run() {
        if (next != null) {
            next.cancel();
        }
        long waitNs = loop.run(timers.nowNs());
        next = waitNs == LineLoop.NEVER ? null : timers.after(waitNs, this::run);
    }
}
