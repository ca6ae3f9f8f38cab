package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.time.WallClock;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/**
 * An event loop, the single owner of all state used on it. {@link #dial} is called on the loop itself; {@link #after} from any
 * thread, which is how work is handed to the loop.
 */
public interface EventLoop extends Timers {
    /** Opens a WebSocket and reports its events to {@code listener} on this loop. {@code headers} are sent as they are. */
    void dial(URI url, Map<String, String> headers, ConnectionListener listener);

    /** The time of day, for dates that another machine sends; never for measuring. */
    @WallClock("dates that another machine sends")
    default Clock calendar() {
        return Clock.systemUTC();
    }
}
