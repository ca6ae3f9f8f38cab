package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.time.ManualCalendar;
import dev.sidetone.bridge.time.ManualTimers;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A network in memory, in manual time and one thread: whole calls run on it faster than real time. The messages of a connection arrive in
 * order, each after its hop; a message sent after the other side closed is lost, as on a real connection.
 */
// Over 300 lines because the two ends of a connection, and the network that breaks them, share the state of one
// connection.
public final class MemoryNetwork implements EventLoop {
    /** As on a real socket, {@link SocketLimits}. */
    private static final long CLOSING_TIMEOUT_NS = 1_000_000_000L;
    /** The time of day at which manual time begins, where nobody gives another. */
    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

    private final ManualTimers timers;
    private final LongSupplier hopNs;
    private final long mostUnreadBytes;
    private final Clock calendar;
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
        this(timers, () -> hopNs, mostUnreadBytes, new ManualCalendar(timers, MORNING));
    }

    /**
     * @param hopNs gives how long the next message takes to the other side, in nanoseconds
     * @param calendar the time of day on all its machines
     */
    public MemoryNetwork(ManualTimers timers, LongSupplier hopNs, Clock calendar) {
        this(timers, hopNs, AdmissionBudget.usual().of(AdmissionBudget.Limit.UNREAD_BYTES), calendar);
    }

    private MemoryNetwork(ManualTimers timers, LongSupplier hopNs, long mostUnreadBytes, Clock calendar) {
        this.timers = timers;
        this.hopNs = hopNs;
        this.mostUnreadBytes = mostUnreadBytes;
        this.calendar = calendar;
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
        ends(authority).forEach(end -> end.cut = true);
    }

    /** The connections of {@code authority} that were cut are given up, as a kernel does after a while: an end that is open loses them. */
    public void giveUpCut(String authority) {
        ends(authority).stream().filter(end -> end.cut).forEach(MemoryConnection::lost);
    }

    /** Loses the open connections of {@code authority}: both sides are notified, as by a reset. */
    public void lose(String authority) {
        ends(authority).forEach(MemoryConnection::lost);
    }

    /** Holds back what is sent on the open connections of {@code authority} from now on, for {@code ns}; then it arrives, in order. */
    public void hold(String authority, long ns) {
        ends(authority).forEach(end -> end.arrivedNs = Math.max(end.arrivedNs, nowNs() + ns));
    }

    /** Drops the connection of which {@code end} is one end, which hears no more of it: the other end loses it. */
    public void drop(Connection end) {
        if (end instanceof MemoryConnection dropped) {
            dropped.drop();
        }
    }

    /** The ends that are open: {@code client of} or {@code server at} an authority. */
    public List<String> openEnds() {
        return connections.stream()
                .filter(end -> !end.closed)
                .map(end -> (end.server ? "server at " : "client of ") + end.authority)
                .toList();
    }

    private List<MemoryConnection> ends(String authority) {
        return connections.stream()
                .filter(end -> end.authority.equals(authority))
                .toList();
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
        ends(authority).stream().filter(end -> end.server == server).forEach(end -> end.reads = false);
    }

    @Override
    public long nowNs() {
        return timers.nowNs();
    }

    @Override
    public Timer after(long delayNs, Runnable action) {
        return timers.after(delayNs, action);
    }

    @Override
    public Clock calendar() {
        return calendar;
    }

    private void afterHop(Runnable arrival) {
        timers.after(hopNs.getAsLong(), arrival);
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
            afterHop(() -> answer.accept(null));
            return;
        }
        afterHop(() -> {
            RequestHandler.Response response = handler.answer(request(method, url, headers, body), this);
            afterHop(() -> answer.accept(response));
        });
    }

    @Override
    public void dial(URI url, Map<String, String> headers, ConnectionListener listener) {
        RequestHandler handler = handlers.get(url.getAuthority());
        if (handler == null) {
            afterHop(() -> listener.onFailed(0, "connection refused", nowNs()));
            return;
        }
        afterHop(() -> open(handler, url, request("GET", url, headers, ""), listener));
    }

    private void open(RequestHandler handler, URI url, RequestHandler.Request request, ConnectionListener client) {
        RequestHandler.Upgrade upgrade = handler.upgrade(request, this);
        if (upgrade instanceof RequestHandler.Upgrade.Refuse refusal) {
            afterHop(() -> client.onFailed(refusal.status(), refusal.why(), nowNs()));
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
        serverEnd.arrive(() -> client.onOpened(clientEnd, nowNs()));
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
        /** When the last thing that was sent from here arrives: nothing overtakes it. */
        private long arrivedNs;

        MemoryConnection(String authority, boolean server, ConnectionListener here, ConnectionListener there) {
            this.authority = authority;
            this.server = server;
            this.here = here;
            this.there = there;
            this.arrivedNs = nowNs();
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
                forget();
                return;
            }
            arrive(() -> {
                if (!other.closed) {
                    other.closed = true;
                    there.onClosed(
                            other.reads ? CloseCause.byPeer(cause.code(), cause.reason()) : CloseCause.lost(), nowNs());
                }
                forget();
                if (!cause.isOwnLimit() && other.reads) {
                    other.arrive(() -> here.onClosed(cause, nowNs()));
                }
            });
        }

        private void drop() {
            MemoryConnection other = peer;
            if (!closed && other != null) {
                closed = true;
                forget();
                if (!cut) {
                    arrive(other::lost);
                }
            }
        }

        private void lost() {
            if (!closed) {
                closed = true;
                timers.after(0, () -> here.onClosed(CloseCause.lost(), nowNs()));
                forget();
            }
        }

        /** Forgets the connection when both its ends are closed. */
        private void forget() {
            MemoryConnection other = peer;
            if (closed && other != null && other.closed) {
                connections.remove(this);
                connections.remove(other);
            }
        }

        private void arrive(Runnable arrival) {
            long nowNs = nowNs();
            arrivedNs = Math.max(arrivedNs, nowNs + hopNs.getAsLong());
            timers.after(arrivedNs - nowNs, arrival);
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
            arrive(() -> {
                if (!other.closed && !other.cut) {
                    arrival.run();
                }
            });
        }
    }
}
