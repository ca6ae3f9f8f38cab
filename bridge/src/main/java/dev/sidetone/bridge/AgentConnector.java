package dev.sidetone.bridge;

import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.Heartbeat;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Map;

/**
 * The loop of one call as its agent is given it: what is dialled on it is pinged, and when the bridge placed the call itself it is not
 * dialled before the called person's side is heard, so that no greeting is said to a line that carries nobody yet.
 */
final class AgentConnector implements EventLoop {
    private static final long PING_EVERY_NS = 4_000_000_000L;
    /** Less than the 15 s in which a lost agent must be given up. */
    private static final long PATIENCE_NS = 12_000_000_000L;

    private final EventLoop loop;
    private final ArrayDeque<Runnable> dials = new ArrayDeque<>();
    private boolean open;

    /** @param open whether to dial at once rather than at {@link #open} */
    AgentConnector(EventLoop loop, boolean open) {
        this.loop = loop;
        this.open = open;
    }

    /** The line carries both sides: dials what waited for that. */
    void open() {
        open = true;
        while (!dials.isEmpty()) {
            dials.remove().run();
        }
    }

    @Override
    public void dial(URI url, Map<String, String> headers, ConnectionListener listener) {
        Runnable dial = () -> loop.dial(url, headers, new Heartbeat(listener, loop, PING_EVERY_NS, PATIENCE_NS));
        if (open) {
            dial.run();
        } else {
            dials.add(dial);
        }
    }

    @Override
    public Timer after(long delayNs, Runnable action) {
        return loop.after(delayNs, action);
    }

    @Override
    public long nowNs() {
        return loop.nowNs();
    }
}
