package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.time.Watchdog;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the other end of a wire is gone without a word: pings it, and when neither a pong nor anything else has come for a while
 * tells its owner that the wire is closed. On the owner's loop, between the wire and its owner.
 */
public final class Heartbeat implements ConnectionListener {
    private static final int NO_CLOSE_FRAME = 1006;
    private static final int GOING_AWAY = 1001;

    private final ConnectionListener owner;
    private final Timers timers;
    private final long everyNs;
    private final long patienceNs;
    private @Nullable Connection wire;
    private @Nullable Watchdog watchdog;
    private Timers.@Nullable Timer nextPing;
    private boolean over;

    /**
     * @param everyNs from one ping to the next
     * @param patienceNs how long the other end may say nothing at all
     */
    public Heartbeat(ConnectionListener owner, Timers timers, long everyNs, long patienceNs) {
        this.owner = owner;
        this.timers = timers;
        this.everyNs = everyNs;
        this.patienceNs = patienceNs;
    }

    @Override
    public void onOpened(Connection opened, long atNs) {
        wire = opened;
        watchdog = new Watchdog(timers, patienceNs, this::giveUp);
        nextPing = timers.after(everyNs, this::ping);
        owner.onOpened(opened, atNs);
    }

    @Override
    public void onText(String text, long atNs) {
        sign(atNs);
        if (!over) {
            owner.onText(text, atNs);
        }
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        sign(atNs);
        if (!over) {
            owner.onBinary(bytes, atNs);
        }
    }

    @Override
    public void onPong(long atNs) {
        sign(atNs);
        owner.onPong(atNs);
    }

    @Override
    public void onClosed(int code, String reason, long atNs) {
        if (!over) {
            end();
            owner.onClosed(code, reason, atNs);
        }
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        owner.onFailed(httpStatus, why, atNs);
    }

    private void sign(long atNs) {
        if (watchdog != null) {
            watchdog.sign(atNs);
        }
    }

    private void ping() {
        if (!over && wire != null) {
            wire.ping();
            nextPing = timers.after(everyNs, this::ping);
        }
    }

    private void giveUp() {
        if (!over && wire != null) {
            end();
            wire.close(GOING_AWAY, "no sign of life");
            owner.onClosed(NO_CLOSE_FRAME, "no sign of life", timers.nowNs());
        }
    }

    private void end() {
        over = true;
        if (watchdog != null) {
            watchdog.callOff();
        }
        if (nextPing != null) {
            nextPing.cancel();
        }
    }
}
