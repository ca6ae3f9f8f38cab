package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.time.Timers;
import java.net.URI;
import java.util.Map;

/**
 * An event loop: the one owner of everything that happens on it. {@link #dial} is called on the loop itself; {@link #after} from any
 * thread, which is how others hand something over to the loop.
 */
public interface EventLoop extends Timers {
    /** Opens a WebSocket whose life is told to {@code listener} on this loop. Keys in {@code headers} are sent as they are. */
    void dial(URI url, Map<String, String> headers, ConnectionListener listener);
}
