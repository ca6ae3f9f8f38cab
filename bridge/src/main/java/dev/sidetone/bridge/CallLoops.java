package dev.sidetone.bridge;

import dev.sidetone.bridge.socket.EventLoop;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Spreads calls over the event loops of a bridge. The server gives each loop a connection in turn, webhooks too: where a call makes two
 * connections and there are two loops, all streams arrive on the same one. Locked, a few times a call. For any loop.
 */
final class CallLoops {
    /** A stream on another loop than its call's costs a hop for each message: a small difference is not worth it. */
    private static final int WORTH_A_HOP = 2;

    /** The sockets of calls on each loop that is known. */
    private final IdentityHashMap<EventLoop, Integer> sockets = new IdentityHashMap<>();

    /** A request arrived on {@code loop}, so that it is one of the bridge's. */
    synchronized void arrivedOn(EventLoop loop) {
        sockets.putIfAbsent(loop, 0);
    }

    /** Places a call whose stream arrived on {@code home}; returns its loop, from which its agent is dialled. */
    synchronized EventLoop place(EventLoop home) {
        count(home, 1);
        EventLoop idlest = home;
        for (Map.Entry<EventLoop, Integer> other : sockets.entrySet()) {
            if (other.getValue() < count(idlest, 0)) {
                idlest = other.getKey();
            }
        }
        EventLoop chosen = count(home, 0) - count(idlest, 0) < WORTH_A_HOP ? home : idlest;
        count(chosen, 1);
        return chosen;
    }

    /** Keeps a call on {@code home}, where it is; {@link #left} names that loop twice. */
    synchronized void stay(EventLoop home) {
        count(home, 2);
    }

    /** A call is over that {@link #place} had put on {@code chosen}. */
    synchronized void left(EventLoop home, EventLoop chosen) {
        count(home, -1);
        count(chosen, -1);
    }

    private int count(EventLoop loop, int more) {
        return sockets.merge(loop, more, Integer::sum);
    }
}
