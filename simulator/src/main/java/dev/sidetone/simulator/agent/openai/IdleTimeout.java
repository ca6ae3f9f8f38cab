package dev.sidetone.simulator.agent.openai;

import dev.sidetone.bridge.time.Timers;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a caller who says nothing once an answer was heard to its end, as {@code idle_timeout_ms} asks. One per session, on its loop.
 */
final class IdleTimeout {
    private static final long NS_PER_MS = 1_000_000;

    private final Timers timers;
    private long ms;
    private long speakingSinceNs;
    private @Nullable Runnable due;
    private Timers.@Nullable Timer timer;

    IdleTimeout(Timers timers) {
        this.timers = timers;
    }

    /** Who is called when it is over. */
    void then(Runnable action) {
        due = action;
    }

    /** From now on so long; 0 is never. */
    void set(long afterMs) {
        ms = afterMs;
        if (afterMs == 0) {
            stop();
        }
    }

    long ms() {
        return ms;
    }

    /** The first audio of an answer is on its way. */
    void speaks() {
        speakingSinceNs = timers.nowNs();
    }

    /** An answer of {@code audioMs} was sent, which takes its time to be heard. */
    void spoken(long audioMs) {
        stop();
        if (ms > 0) {
            long heardAtNs = Math.max(timers.nowNs(), speakingSinceNs + audioMs * NS_PER_MS);
            timer = timers.after(heardAtNs + ms * NS_PER_MS - timers.nowNs(), this::over);
        }
    }

    /** Somebody speaks, or the session is over. */
    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void over() {
        timer = null;
        if (due != null) {
            due.run();
        }
    }
}
