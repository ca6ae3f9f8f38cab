package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.time.Watchdog;
import org.jspecify.annotations.Nullable;

/**
 * Detects that the peer of a connection is gone without a close frame (half-open): pings it, and reports the connection as closed when
 * nothing has arrived for a while. Stands between the connection and its owner, on the owner's loop.
 */
public final class Heartbeat implements ConnectionListener {
    private final ConnectionListener owner;
    private final Timers timers;
    private final long everyNs;
    private final long timeoutNs;
    private @Nullable Connection connection;
    private @Nullable Watchdog watchdog;
    private Timers.@Nullable Timer nextPing;
    private boolean over;

    /**
     * @param everyNs from one ping to the next
     * @param timeoutNs how long the peer may send nothing at all, not even a pong
     */
    public Heartbeat(ConnectionListener owner, Timers timers, long everyNs, long timeoutNs) {
        this.owner = owner;
        this.timers = timers;
        this.everyNs = everyNs;
        this.timeoutNs = timeoutNs;
    }

    @Override
    public void onOpened(Connection opened, long atNs) {
        connection = opened;
        watchdog = new Watchdog(timers, timeoutNs, this::giveUp);
        nextPing = timers.after(everyNs, this::ping);
        owner.onOpened(opened, atNs);
    }

    @Override
    public void onText(String text, long atNs) {
        received(atNs);
        if (!over) {
            owner.onText(text, atNs);
        }
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        received(atNs);
        if (!over) {
            owner.onBinary(bytes, atNs);
        }
    }

    @Override
    public void onPong(long atNs) {
        received(atNs);
        owner.onPong(atNs);
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        if (!over) {
            end();
            owner.onClosed(cause, atNs);
        }
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        owner.onFailed(httpStatus, why, atNs);
    }

    private void received(long atNs) {
        if (watchdog != null) {
            watchdog.reset(atNs);
        }
    }

    private void ping() {
        if (!over && connection != null) {
            connection.ping();
            nextPing = timers.after(everyNs, this::ping);
        }
    }

    private void giveUp() {
        if (!over && connection != null) {
            end();
            CloseCause silence = CloseCause.silent(timeoutNs);
            connection.close(silence.code(), "no data and no pong");
            owner.onClosed(silence, timers.nowNs());
        }
    }

    private void end() {
        over = true;
        if (watchdog != null) {
            watchdog.stop();
        }
        if (nextPing != null) {
            nextPing.cancel();
        }
    }
}
