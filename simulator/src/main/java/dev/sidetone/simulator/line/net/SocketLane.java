package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.socket.EventLoop;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One event loop that carries the sockets of many calls. What the line hands over in one turn of its wheel is taken in one go, so that the loop is
 * woken up once for all of it.
 */
final class SocketLane {
    /** After so much the loop reads its sockets: who writes without end would never hear. */
    static final int MOST_AT_ONCE = 100;

    private final EventLoop loop;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();

    SocketLane(EventLoop loop) {
        this.loop = loop;
    }

    /** The loop; what is done on it is handed over by {@link #run}. */
    EventLoop loop() {
        return loop;
    }

    /** Runs {@code task} on the loop, after what was handed over before. Any thread. */
    void run(Runnable task) {
        tasks.add(task);
        wake();
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            loop.after(0, this::work);
        }
    }

    private void work() {
        int left = MOST_AT_ONCE;
        try {
            for (Runnable task = tasks.poll(); task != null; task = left > 0 ? tasks.poll() : null) {
                left--;
                task.run();
            }
        } finally {
            awake.set(false);
            if (!tasks.isEmpty()) {
                wake();
            }
        }
    }
}
