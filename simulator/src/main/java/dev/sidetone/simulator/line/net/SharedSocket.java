package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One stream's WebSocket on an event loop that many streams share. {@link Connection}'s methods are for the line thread, which only hands
 * over; the rest is the loop's. A frame is stamped when the loop has given it to the socket; what a server does not read waits there up to the
 * limit of an {@link dev.sidetone.bridge.socket.OutboundQueue}, which then closes it.
 */
final class SharedSocket implements Connection, ConnectionListener {
    private final SocketLane lane;
    private final StreamSocketListener listener;
    private final Consumer<SharedSocket> whenOver;
    private @Nullable Connection wire;
    private @Nullable ReadingPace pace;
    private boolean heldBack;
    private boolean cut;

    /** @param whenOver called once, on the loop */
    SharedSocket(SocketLane lane, StreamSocketListener listener, Consumer<SharedSocket> whenOver) {
        this.lane = lane;
        this.listener = listener;
        this.whenOver = whenOver;
    }

    /** Dials. Any thread, once. */
    void dial(URI url, Map<String, String> headers) {
        lane.run(() -> {
            try {
                lane.loop().dial(url, headers, this);
            } catch (RuntimeException e) {
                // The library refuses some addresses by throwing.
                onFailed(0, ConnectionFailure.words(e), lane.loop().nowNs());
            }
        });
    }

    /** Drops the connection without a word. Any thread. */
    void cut() {
        lane.run(() -> {
            cut = true;
            drop(wire);
        });
    }

    @Override
    public void send(String text) {
        lane.run(() -> {
            Connection open = wire;
            if (open != null) {
                open.send(text);
                listener.onWritten(lane.loop().nowNs());
            }
        });
    }

    @Override
    public void send(byte[] binary) {
        lane.run(() -> {
            Connection open = wire;
            if (open != null) {
                open.send(binary);
            }
        });
    }

    @Override
    public void close(int code, String reason) {
        lane.run(() -> {
            Connection open = wire;
            if (open != null) {
                open.close(code, reason);
            }
        });
    }

    @Override
    public void onOpened(Connection connection, long atNs) {
        wire = connection;
        if (cut) {
            drop(connection);
        } else {
            listener.onOpened(this, atNs);
        }
    }

    @Override
    public void onText(String text, long atNs) {
        listener.onText(text, atNs);
        keepPace(text.length(), atNs);
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        listener.onBinary(bytes, atNs);
        keepPace(bytes.length, atNs);
    }

    /** The socket itself stops reading at this pace; here it is only noticed. */
    private void keepPace(int size, long atNs) {
        ReadingPace kept = pace == null ? new ReadingPace(atNs) : pace;
        pace = kept;
        if (kept.received(size, atNs) > 0 && !heldBack) {
            heldBack = true;
            listener.onHeldBack(atNs);
        }
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        wire = null;
        whenOver.accept(this);
        listener.onClosed(cause, atNs);
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        whenOver.accept(this);
        if (httpStatus != 0) {
            listener.onFailed(httpStatus, why, atNs);
        } else {
            listener.onUnreachable(trouble(why), why, atNs);
        }
    }

    /** The port reports words; of a refusal and of a time that ran out they are the library's, which do not change with the language. */
    private static ConnectionFailure trouble(String why) {
        if (why.contains("refused")) {
            return ConnectionFailure.REFUSED;
        }
        return why.contains("timed out") || why.contains("timeout")
                ? ConnectionFailure.TIMEOUT
                : ConnectionFailure.BROKEN;
    }

    private static void drop(@Nullable Connection open) {
        if (open != null) {
            open.abort();
        }
    }
}
