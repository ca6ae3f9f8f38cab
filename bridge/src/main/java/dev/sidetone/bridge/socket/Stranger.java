package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.time.Watchdog;
import org.jspecify.annotations.Nullable;

/** A connection whose WebSocket is not accepted yet: its place in the count, and how long its next step may take. On its event loop. */
final class Stranger {
    private static final long MS_NS = 1_000_000;

    private final ConnectionCount.Place place;
    private final Runnable close;
    private final Timers timers;
    private @Nullable Watchdog deadline;

    Stranger(ConnectionCount.Place place, Runnable close, Timers timers) {
        this.place = place;
        this.close = close;
        this.timers = timers;
    }

    /** The next step must be done within {@code ms}, or the connection is closed. */
    void mayTake(int ms) {
        stopDeadline();
        deadline = new Watchdog(timers, ms * MS_NS, close);
    }

    /** It has shown who it is; its own protocol's limits are for its owner. */
    void identified() {
        stopDeadline();
        place.identified();
    }

    /** The connection is closed. */
    void left() {
        stopDeadline();
        place.leave();
    }

    private void stopDeadline() {
        if (deadline != null) {
            deadline.stop();
            deadline = null;
        }
    }
}
