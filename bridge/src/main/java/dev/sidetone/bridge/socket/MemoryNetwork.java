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
 * A network in memory, in manual time and one thread: whole calls run on it faster than real time. Every message takes the same time to
 * the other side; a message sent after the other side closed is lost, as on a real connection.
 */
public final class MemoryNetwork implements EventLoop {
    /** As on a real socket, {@link SocketLimits}. */
    private static final long CLOSING_TIMEOUT_NS = 1_000_000_000L;

    private final ManualTimers timers;
    private final long hopNs;
    private final long mostUnreadBytes;
    private final Map<String, RequestHandler> handlers = new HashMap<>();
    private final List<MemoryConnection> connections = new ArrayList<>();

    /**
     * @param timers the clock of everything on this network
     * @param hopNs how long a message takes to the other side, in nanoseconds
     */
    public MemoryNetwork(ManualTimers timers, long hopNs) {
        this(timers, hopNs, AdmissionBudget.usual().of(AdmissionBudget.Limit.UNREAD_BYTES));
    }

    /** @param mostUnreadBytes how much an end holds for a peer that does not read, before it closes */
    public MemoryNetwork(ManualTimers timers, long hopNs, long mostUnreadBytes) {
        this.timers = timers;
        this.hopNs = hopNs;
        this.mostUnreadBytes = mostUnreadBytes;
    }

    /** Serves {@code handler} at {@code authority}, such as {@code agent:80}. */
    public void serve(String authority, RequestHandler handler) {
        handlers.put(authority, handler);
    }

    /** Stops serving at {@code authority}: the next connection or request fails. */
    public void unserve(String authority) {
        handlers.remove(authority);
    }

    /** Breaks the open connections of {@code authority} silently: nothing gets through any more, and neither side is notified. */
    public void cut(String authority) {
        connections.stream()
                .filter(connection -> connection.authority.equals(authority))
                .forEach(connection -> connection.cut = true);
    }

    /** From now on nobody reads at {@code authority}: what its clients send waits. */
    public void stopReadingAt(String authority) {
        stopReading(authority, true);
    }

    /** From now on the clients of {@code authority} read nothing: what it sends waits. */
    public void stopReadingFrom(String authority) {
        stopReading(authority, false);
    }

    private void stopReading(String authority, boolean server) {
        connections.stream()
                .filter(end -> end.authority.equals(authority) && end.server == server)
                .forEach(end -> end.reads = false);
    }

    @Override
    public long nowNs() {
        return timers.nowNs();
    }

    @Override
    public Timer after(long delayNs, Runnable action) {
        return timers.after(delayNs, action);
    }

    /** Sends an HTTP request; {@code answer} gets null when nothing is served there. */
    public void request(
            String method,
            URI url,
            Map<String, String> headers,
            String body,
            Consumer<RequestHandler.@Nullable Response> answer) {
        RequestHandler handler = handlers.get(url.getAuthority());
        if (handler == null) {
            timers.after(hopNs, () -> answer.accept(null));
            return;
        }
        timers.after(hopNs, () -> {
            RequestHandler.Response response = handler.answer(request(method, url, headers, body), this);
            timers.after(hopNs, () -> answer.accept(response));
        });
    }

    @Override
    public void dial(URI url, Map<String, String> headers, ConnectionListener listener) {
        RequestHandler handler = handlers.get(url.getAuthority());
        if (handler == null) {
            timers.after(hopNs, () -> listener.onFailed(0, "connection refused", nowNs()));
            return;
        }
        timers.after(hopNs, () -> open(handler, url, request("GET", url, headers, ""), listener));
    }

    private void open(RequestHandler handler, URI url, RequestHandler.Request request, ConnectionListener client) {
        RequestHandler.Upgrade upgrade = handler.upgrade(request, this);
        if (upgrade instanceof RequestHandler.Upgrade.Refuse refusal) {
            timers.after(hopNs, () -> client.onFailed(refusal.status(), refusal.why(), nowNs()));
        } else if (upgrade instanceof RequestHandler.Upgrade.Accept accepted) {
            join(url.getAuthority(), client, accepted.listener());
        }
    }

    private void join(String authority, ConnectionListener client, ConnectionListener server) {
        MemoryConnection serverEnd = new MemoryConnection(authority, true, server, client);
        MemoryConnection clientEnd = new MemoryConnection(authority, false, client, server);
        connections.add(serverEnd);
        connections.add(clientEnd);
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
        return new RequestHandler.Request(method, path, url.getRawQuery(), lower, body, "127.0.0.1");
    }

    /** One end of a connection; {@code here} is the listener at this end, {@code there} the one at the other. */
    private final class MemoryConnection implements Connection {
        private final String authority;
        private final boolean server;
        private final ConnectionListener here;
        private final ConnectionListener there;
        private final OutboundQueue queue = new OutboundQueue(mostUnreadBytes);
        private @Nullable MemoryConnection peer;
        private boolean closed;
        private boolean cut;
        private boolean reads = true;

        MemoryConnection(String authority, boolean server, ConnectionListener here, ConnectionListener there) {
            this.authority = authority;
            this.server = server;
            this.here = here;
            this.there = there;
        }

        @Override
        public void send(String text) {
            send(text.length(), () -> there.onText(text, nowNs()));
        }

        @Override
        public void send(byte[] binary) {
            send(binary.length, () -> there.onBinary(binary, nowNs()));
        }

        @Override
        public void ping() {
            MemoryConnection other = peer;
            if (other != null && other.reads) {
                deliver(() -> other.deliver(() -> other.there.onPong(nowNs())));
            }
        }

        @Override
        public void close(int code, String reason) {
            close(CloseCause.byOwner(code, reason));
        }

        private void close(CloseCause cause) {
            MemoryConnection other = peer;
            if (closed || other == null) {
                return;
            }
            closed = true;
            if (cause.isOwnLimit()) {
                timers.after(0, () -> here.onClosed(cause, nowNs()));
            } else if (cut || !other.reads) {
                timers.after(CLOSING_TIMEOUT_NS, () -> here.onClosed(cause, nowNs()));
            }
            if (cut) {
                return;
            }
            timers.after(hopNs, () -> {
                if (!other.closed) {
                    other.closed = true;
                    there.onClosed(
                            other.reads ? CloseCause.byPeer(cause.code(), cause.reason()) : CloseCause.lost(), nowNs());
                }
                if (!cause.isOwnLimit() && other.reads) {
                    timers.after(hopNs, () -> here.onClosed(cause, nowNs()));
                }
            });
        }

        private void send(int bytes, Runnable arrival) {
            MemoryConnection other = peer;
            if (closed || other == null) {
                return;
            }
            if (!queue.add(bytes)) {
                close(CloseCause.unread(mostUnreadBytes));
            } else if (other.reads) {
                deliver(() -> {
                    queue.written(bytes);
                    arrival.run();
                });
            }
        }

        private void deliver(Runnable arrival) {
            MemoryConnection other = peer;
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
