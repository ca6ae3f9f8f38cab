package dev.sidetone.bridge.socket;

import org.jspecify.annotations.Nullable;

/**
 * Connects a connection with a listener that may have to move to another event loop. What the connection receives is posted to the
 * listener's loop, in order, and what the listener sends is posted back. As long as the listener has not moved, nothing is posted: calls
 * go straight through. Owned by the connection's loop.
 */
public final class LoopHandover implements ConnectionListener {
    private final EventLoop home;
    private final ConnectionListener listener;
    /** Written on the home loop before the first step is posted to the new one, which therefore sees it. */
    private @Nullable EventLoop away;

    /** @param home the connection's own loop */
    public LoopHandover(EventLoop home, ConnectionListener listener) {
        this.home = home;
        this.listener = listener;
    }

    /** Moves the listener to {@code loop}. Called on the connection's loop, once, while the listener handles a message. */
    public void moveTo(EventLoop loop) {
        away = loop == home ? null : loop;
    }

    @Override
    public void onOpened(Connection connection, long atNs) {
        listener.onOpened(new MovableConnection(connection), atNs);
    }

    @Override
    public void onText(String text, long atNs) {
        toListener(() -> listener.onText(text, atNs));
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        toListener(() -> listener.onBinary(bytes, atNs));
    }

    @Override
    public void onPong(long atNs) {
        toListener(() -> listener.onPong(atNs));
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        toListener(() -> listener.onClosed(cause, atNs));
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        toListener(() -> listener.onFailed(httpStatus, why, atNs));
    }

    private void toListener(Runnable step) {
        if (away == null) {
            step.run();
        } else {
            away.after(0, step);
        }
    }

    private void toConnection(Runnable step) {
        if (away == null) {
            step.run();
        } else {
            home.after(0, step);
        }
    }

    /** The connection as the listener sees it. */
    private final class MovableConnection implements Connection {
        private final Connection connection;

        MovableConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void send(String text) {
            toConnection(() -> connection.send(text));
        }

        @Override
        public void send(byte[] binary) {
            toConnection(() -> connection.send(binary));
        }

        @Override
        public void ping() {
            toConnection(connection::ping);
        }

        @Override
        public void close(int code, String reason) {
            toConnection(() -> connection.close(code, reason));
        }
    }
}
