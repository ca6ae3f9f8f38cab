package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.AgentTap;
import dev.sidetone.bridge.agent.TappedWire;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.Heartbeat;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Map;

/**
 * Dials the agent of one call, on the call's event loop, and adds a heartbeat to each connection. In a call that the bridge placed, it dials
 * once the called person's side is heard, so that no greeting is lost.
 */
final class AgentConnector implements EventLoop {
    private static final long PING_EVERY_NS = 4_000_000_000L;
    /** Less than the 15 s in which a lost agent must be detected. */
    private static final long TIMEOUT_NS = 12_000_000_000L;

    private final EventLoop loop;
    private final AgentTap tap;
    private final ArrayDeque<Runnable> dials = new ArrayDeque<>();
    private boolean open;

    /**
     * @param tap sees every message of every connection
     * @param open true to connect at once, false to wait for {@link #open}
     */
    AgentConnector(EventLoop loop, AgentTap tap, boolean open) {
        this.loop = loop;
        this.tap = tap;
        this.open = open;
    }

    /** Opens the connections that were waiting for the called person, and later ones at once. */
    void open() {
        open = true;
        while (!dials.isEmpty()) {
            dials.remove().run();
        }
    }

    @Override
    public void dial(URI url, Map<String, String> headers, ConnectionListener listener) {
        ConnectionListener seen = TappedWire.on(listener, tap, loop);
        Runnable dial = () -> loop.dial(url, headers, new Heartbeat(seen, loop, PING_EVERY_NS, TIMEOUT_NS));
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

    @Override
    public Clock calendar() {
        return loop.calendar();
    }
}
