package dev.sidetone.simulator.doctor;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.TlsFailure;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event loop that observes the one connection opened on it: the time until it was open, and the round trips of pings, one at a time.
 * Owned by the loop that it stands for.
 */
final class ObservedLoop implements EventLoop {
    private static final long PING_EVERY_NS = 250_000_000L;

    private final EventLoop loop;
    private final Runnable opened;
    private final List<Double> roundTripsMs = new ArrayList<>();
    private long dialledNs;
    private @Nullable Double openedMs;
    private boolean tlsFailed;

    /** @param opened runs when the connection is open, before its owner hears of it */
    ObservedLoop(EventLoop loop, Runnable opened) {
        this.loop = loop;
        this.opened = opened;
    }

    /** From the dial until the WebSocket was open, or null if it never was. */
    @Nullable
    Double openedMs() {
        return openedMs;
    }

    /** Whether the connection was never open since TLS failed. */
    boolean isTlsFailed() {
        return tlsFailed;
    }

    /** The number of pings that were answered. */
    int pongs() {
        return roundTripsMs.size();
    }

    /** The median round trip of a ping, or null where none was answered. */
    @Nullable
    Double roundTripMs() {
        List<Double> sorted = new ArrayList<>(roundTripsMs);
        Collections.sort(sorted);
        return sorted.isEmpty() ? null : sorted.get(sorted.size() / 2);
    }

    @Override
    public void dial(URI url, Map<String, String> headers, ConnectionListener listener) {
        dialledNs = nowNs();
        loop.dial(url, headers, new Observed(listener));
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

    /** Passes everything on to the connection's owner, and pings. */
    private final class Observed implements ConnectionListener {
        private final ConnectionListener owner;
        private @Nullable Connection wire;
        private @Nullable Long pingedNs;

        Observed(ConnectionListener owner) {
            this.owner = owner;
        }

        private void ping() {
            Connection open = wire;
            if (open != null) {
                pingedNs = nowNs();
                open.ping();
            }
        }

        @Override
        public void onOpened(Connection connection, long atNs) {
            wire = connection;
            openedMs = (atNs - dialledNs) / 1e6;
            ping();
            opened.run();
            owner.onOpened(connection, atNs);
        }

        @Override
        public void onText(String text, long atNs) {
            owner.onText(text, atNs);
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {
            owner.onBinary(bytes, atNs);
        }

        @Override
        public void onPong(long atNs) {
            Long sentNs = pingedNs;
            if (sentNs != null) {
                pingedNs = null;
                roundTripsMs.add((atNs - sentNs) / 1e6);
                after(PING_EVERY_NS, this::ping);
            }
            owner.onPong(atNs);
        }

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            wire = null;
            owner.onClosed(cause, atNs);
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {
            tlsFailed = TlsFailure.isIn(why);
            owner.onFailed(httpStatus, why, atNs);
        }
    }
}
