package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.EventLoop;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;

/**
 * The event loop of a server that can stand still by itself, as a stopped process does: its timers and what it would have read wait, and
 * run in a burst when it goes on. Which of the two comes first is its own choice.
 */
final class StandingLoop implements EventLoop {
    private final EventLoop loop;
    private final Queue<Runnable> due = new ArrayDeque<>();
    private final Queue<Runnable> unread = new ArrayDeque<>();
    private boolean stands;

    StandingLoop(EventLoop loop) {
        this.loop = loop;
    }

    /** Stands still for {@code ns} from now on, if it runs. */
    void standStill(long ns, boolean readsFirst) {
        if (!stands) {
            stands = true;
            loop.after(ns, () -> goOn(readsFirst));
        }
    }

    /** The class that waits for {@code timer}. */
    static String owner(Runnable timer) {
        Runnable action = timer instanceof Waiting waiting ? waiting.action : timer;
        return action.getClass().getName().replaceFirst("\\$\\$Lambda.*", "");
    }

    private void goOn(boolean readsFirst) {
        stands = false;
        run(readsFirst ? unread : due);
        run(readsFirst ? due : unread);
    }

    private static void run(Queue<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Override
    public long nowNs() {
        return loop.nowNs();
    }

    @Override
    public Clock calendar() {
        return loop.calendar();
    }

    @Override
    public Timer after(long delayNs, Runnable action) {
        Waiting timer = new Waiting(action);
        timer.inner = loop.after(delayNs, timer);
        return timer;
    }

    @Override
    public void dial(URI url, Map<String, String> headers, ConnectionListener listener) {
        loop.dial(url, headers, reading(listener));
    }

    /** {@code listener}, which reads nothing while the server stands still. */
    ConnectionListener reading(ConnectionListener listener) {
        return new Reader(listener);
    }

    private void read(Runnable event) {
        if (stands) {
            unread.add(event);
        } else {
            event.run();
        }
    }

    /** A timer, which may fall due while the server stands still. */
    private final class Waiting implements Timer, Runnable {
        private final Runnable action;
        private Timer inner = () -> {};
        private boolean cancelled;

        Waiting(Runnable action) {
            this.action = action;
        }

        @Override
        public void run() {
            if (stands) {
                due.add(this::runUnlessCancelled);
            } else {
                action.run();
            }
        }

        private void runUnlessCancelled() {
            if (!cancelled) {
                action.run();
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
            inner.cancel();
        }
    }

    /** Times are those at which the server reads: it does not know when the bytes came. */
    private final class Reader implements ConnectionListener {
        private final ConnectionListener listener;

        Reader(ConnectionListener listener) {
            this.listener = listener;
        }

        @Override
        public void onOpened(Connection connection, long atNs) {
            read(() -> listener.onOpened(connection, nowNs()));
        }

        @Override
        public void onText(String text, long atNs) {
            read(() -> listener.onText(text, nowNs()));
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {
            read(() -> listener.onBinary(bytes, nowNs()));
        }

        @Override
        public void onPong(long atNs) {
            read(() -> listener.onPong(nowNs()));
        }

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            read(() -> listener.onClosed(cause, nowNs()));
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {
            read(() -> listener.onFailed(httpStatus, why, nowNs()));
        }
    }
}
