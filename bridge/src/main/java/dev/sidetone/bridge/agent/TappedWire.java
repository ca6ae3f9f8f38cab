package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.time.Timers;

/** Shows an {@link AgentTap} what passes between a connection and its owner, unchanged. On the owner's loop. */
public final class TappedWire implements ConnectionListener {
    private final ConnectionListener owner;
    private final AgentTap tap;
    private final Timers timers;

    private TappedWire(ConnectionListener owner, AgentTap tap, Timers timers) {
        this.owner = owner;
        this.tap = tap;
        this.timers = timers;
    }

    /** The listener of a connection that {@code tap} sees, on the loop of {@code timers}; {@code owner} itself where nobody looks. */
    public static ConnectionListener on(ConnectionListener owner, AgentTap tap, Timers timers) {
        return tap == AgentTap.NONE ? owner : new TappedWire(owner, tap, timers);
    }

    @Override
    public void onOpened(Connection connection, long atNs) {
        owner.onOpened(new TappedConnection(connection), atNs);
    }

    @Override
    public void onText(String text, long atNs) {
        tap.heard(text, atNs);
        owner.onText(text, atNs);
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        tap.heardBinary(bytes.length, atNs);
        owner.onBinary(bytes, atNs);
    }

    @Override
    public void onPong(long atNs) {
        owner.onPong(atNs);
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        tap.over(atNs);
        owner.onClosed(cause, atNs);
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        owner.onFailed(httpStatus, why, atNs);
    }

    private final class TappedConnection implements Connection {
        private final Connection wire;

        TappedConnection(Connection wire) {
            this.wire = wire;
        }

        @Override
        public void send(String text) {
            tap.sent(text, timers.nowNs());
            wire.send(text);
        }

        @Override
        public void send(byte[] binary) {
            tap.sentBinary(binary.length, timers.nowNs());
            wire.send(binary);
        }

        @Override
        public void ping() {
            wire.ping();
        }

        @Override
        public void close(int code, String reason) {
            tap.over(timers.nowNs());
            wire.close(code, reason);
        }
    }
}
