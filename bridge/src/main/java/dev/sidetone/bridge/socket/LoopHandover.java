package dev.sidetone.bridge.socket;

import org.jspecify.annotations.Nullable;

/**
 * Between a wire and a listener that may have to move to another loop: what the wire says is handed over to the listener's loop, in
 * order, and what the listener sends is handed back. As long as nobody has moved, nothing is handed over at all. The wire's loop owns it.
 */
public final class LoopHandover implements ConnectionListener {
    private final EventLoop home;
    private final ConnectionListener listener;
    /** Written at home before the listener's first step on its new loop, which was handed over and so sees it. */
    private @Nullable EventLoop away;

    /** @param home the wire's own loop */
    public LoopHandover(EventLoop home, ConnectionListener listener) {
        this.home = home;
        this.listener = listener;
    }

    /** From now on the listener lives on {@code loop}. Called at home, once, while the listener hears a message. */
    public void moveTo(EventLoop loop) {
        away = loop == home ? null : loop;
    }

    @Override
    public void onOpened(Connection wire, long atNs) {
        listener.onOpened(new FerriedWire(wire), atNs);
    }

    @Override
    public void onText(String text, long atNs) {
        over(() -> listener.onText(text, atNs));
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        over(() -> listener.onBinary(bytes, atNs));
    }

    @Override
    public void onPong(long atNs) {
        over(() -> listener.onPong(atNs));
    }

    @Override
    public void onClosed(int code, String reason, long atNs) {
        over(() -> listener.onClosed(code, reason, atNs));
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        over(() -> listener.onFailed(httpStatus, why, atNs));
    }

    private void over(Runnable step) {
        if (away == null) {
            step.run();
        } else {
            away.after(0, step);
        }
    }

    private void back(Runnable step) {
        if (away == null) {
            step.run();
        } else {
            home.after(0, step);
        }
    }

    /** The wire as the listener has it. */
    private final class FerriedWire implements Connection {
        private final Connection wire;

        FerriedWire(Connection wire) {
            this.wire = wire;
        }

        @Override
        public void send(String text) {
            back(() -> wire.send(text));
        }

        @Override
        public void send(byte[] binary) {
            back(() -> wire.send(binary));
        }

        @Override
        public void ping() {
            back(wire::ping);
        }

        @Override
        public void close(int code, String reason) {
            back(() -> wire.close(code, reason));
        }
    }
}
