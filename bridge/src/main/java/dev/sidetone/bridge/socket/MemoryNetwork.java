package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.time.ManualTimers;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A network without sockets, in manual time and one thread: whole calls run in it faster than real time. Every message takes the same
 * time to the other side; a message sent after the other side closed is lost, as on a real wire.
 */
public final class MemoryNetwork implements EventLoop {
    private static final int NO_CLOSE_FRAME = 1006;
    /** As on a real socket, {@link SocketLimits}. */
    private static final long CLOSING_TIMEOUT_NS = 1_000_000_000L;

    private final ManualTimers timers;
    private final long hopNs;
    private final Map<String, RequestHandler> sites = new HashMap<>();
    private final List<MemoryWire> wires = new ArrayList<>();

    /**
     * @param timers the time that everything on this net lives in
     * @param hopNs how long a message takes
     */
    public MemoryNetwork(ManualTimers timers, long hopNs) {
        this.timers = timers;
        this.hopNs = hopNs;
    }

    /** Serves {@code site} at {@code authority}, as in {@code agent:80}. */
    public void serve(String authority, RequestHandler site) {
        sites.put(authority, site);
    }

    /** Serves nothing at {@code authority} any more: the next dial or request fails. */
    public void unserve(String authority) {
        sites.remove(authority);
    }

    /**
     * Cuts the line between {@code authority} and everyone joined to it so far: nothing gets through any more, and neither side is told.
     */
    public void cut(String authority) {
        wires.stream().filter(wire -> wire.authority.equals(authority)).forEach(wire -> wire.cut = true);
    }

    @Override
    public long nowNs() {
        return timers.nowNs();
    }

    @Override
    public Timer after(long delayNs, Runnable action) {
        return timers.after(delayNs, action);
    }

    /** Asks a site over HTTP; {@code answer} gets null when nobody is there. */
    public void request(
            String method,
            URI url,
            Map<String, String> headers,
            String body,
            Consumer<RequestHandler.@Nullable Response> answer) {
        RequestHandler site = sites.get(url.getAuthority());
        if (site == null) {
            timers.after(hopNs, () -> answer.accept(null));
            return;
        }
        timers.after(hopNs, () -> {
            RequestHandler.Response response = site.answer(request(method, url, headers, body), this);
            timers.after(hopNs, () -> answer.accept(response));
        });
    }

    @Override
    public void dial(URI url, Map<String, String> headers, ConnectionListener listener) {
        RequestHandler site = sites.get(url.getAuthority());
        if (site == null) {
            timers.after(hopNs, () -> listener.onFailed(0, "connection refused", nowNs()));
            return;
        }
        timers.after(hopNs, () -> open(site, url, request("GET", url, headers, ""), listener));
    }

    private void open(RequestHandler site, URI url, RequestHandler.Request request, ConnectionListener client) {
        RequestHandler.Upgrade upgrade = site.upgrade(request, this);
        if (upgrade instanceof RequestHandler.Upgrade.Refuse refusal) {
            timers.after(hopNs, () -> client.onFailed(refusal.status(), refusal.why(), nowNs()));
        } else if (upgrade instanceof RequestHandler.Upgrade.Accept accepted) {
            join(url.getAuthority(), client, accepted.listener());
        }
    }

    private void join(String authority, ConnectionListener client, ConnectionListener server) {
        MemoryWire serverEnd = new MemoryWire(authority, client);
        MemoryWire clientEnd = new MemoryWire(authority, server);
        wires.add(serverEnd);
        wires.add(clientEnd);
        serverEnd.peer = clientEnd;
        clientEnd.peer = serverEnd;
        timers.after(hopNs, () -> client.onOpened(clientEnd, nowNs()));
        server.onOpened(serverEnd, nowNs());
    }

    private static RequestHandler.Request request(String method, URI url, Map<String, String> headers, String body) {
        Map<String, String> lower = new HashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        lower.putIfAbsent("host", url.getAuthority());
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestHandler.Request(method, path, url.getRawQuery(), lower, body, true);
    }

    /** One end; {@code there} is whoever listens at the other. */
    private final class MemoryWire implements Connection {
        private final String authority;
        private final ConnectionListener there;
        private @Nullable MemoryWire peer;
        private boolean closed;
        private boolean cut;

        MemoryWire(String authority, ConnectionListener there) {
            this.authority = authority;
            this.there = there;
        }

        @Override
        public void send(String text) {
            deliver(() -> there.onText(text, nowNs()));
        }

        @Override
        public void send(byte[] binary) {
            deliver(() -> there.onBinary(binary, nowNs()));
        }

        @Override
        public void ping() {
            MemoryWire other = peer;
            if (other != null) {
                deliver(() -> other.deliver(() -> other.there.onPong(nowNs())));
            }
        }

        @Override
        public void close(int code, String reason) {
            MemoryWire other = peer;
            if (closed || other == null) {
                return;
            }
            closed = true;
            if (cut) {
                timers.after(CLOSING_TIMEOUT_NS, () -> other.there.onClosed(NO_CLOSE_FRAME, "", nowNs()));
                return;
            }
            timers.after(hopNs, () -> {
                if (!other.closed) {
                    other.closed = true;
                    there.onClosed(code, reason, nowNs());
                }
                timers.after(hopNs, () -> other.there.onClosed(code, reason, nowNs()));
            });
        }

        private void deliver(Runnable arrival) {
            MemoryWire other = peer;
            if (closed || other == null) {
                return;
            }
            timers.after(hopNs, () -> {
                if (!other.closed && !other.cut) {
                    arrival.run();
                }
            });
        }
    }
}
