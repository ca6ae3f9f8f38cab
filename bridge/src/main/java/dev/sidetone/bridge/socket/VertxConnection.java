package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.socket.AdmissionBudget.Limit;
import dev.sidetone.bridge.time.Timers;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.internal.http.WebSocketInternal;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A Vert.x WebSocket as a {@link Connection}, on its event loop, with the reason for which it closes. */
final class VertxConnection implements Connection {
    private static final byte[] NO_BYTES = {};
    private static final long MS_NS = 1_000_000;

    private final WebSocket socket;
    private final ConnectionListener listener;
    private final EventLoop loop;
    private final int mostMessageBytes;
    private final OutboundQueue queue;
    private @Nullable CloseCause cause;
    private boolean reported;
    /** After so long without a byte either way the library closes it. */
    private long silentNs = Long.MAX_VALUE;

    private long lastUsedNs;
    private Timers.@Nullable Timer drop;

    private VertxConnection(
            WebSocket socket, ConnectionListener listener, EventLoop loop, AdmissionBudget budget, Limit message) {
        this.socket = socket;
        this.listener = listener;
        this.loop = loop;
        this.mostMessageBytes = budget.of(message);
        this.queue = new OutboundQueue(budget.of(Limit.UNREAD_BYTES));
    }

    /** Attaches a listener to a server's open socket and reports the opening at once. */
    static void attachOpen(
            WebSocket socket, ConnectionListener listener, EventLoop loop, AdmissionBudget budget, Limit message) {
        VertxConnection connection = attach(socket, listener, loop, budget, message);
        connection.silentNs = budget.of(Limit.SILENT_SOCKET_MS) * MS_NS;
        connection.opened();
        listener.onOpened(connection, loop.nowNs());
    }

    /** Attaches a listener to a socket that is not open yet; the opening is reported later, by the caller. */
    static VertxConnection attach(
            WebSocket socket, ConnectionListener listener, EventLoop loop, AdmissionBudget budget, Limit message) {
        VertxConnection connection = new VertxConnection(socket, listener, loop, budget, message);
        socket.textMessageHandler(connection::text);
        socket.binaryMessageHandler(connection::binary);
        socket.pongHandler(pong -> listener.onPong(loop.nowNs()));
        socket.frameHandler(connection::frame);
        socket.exceptionHandler(connection::broke);
        socket.closeHandler(closed -> connection.closed());
        return connection;
    }

    /** The socket is open. */
    void opened() {
        lastUsedNs = loop.nowNs();
        socket.setWriteQueueMaxSize((int) queue.mostBytes());
        readToItsEnd();
    }

    /** The library would close at a write that fails, and the peer's closing frame, which may lie unread in the socket, would be lost. */
    private void readToItsEnd() {
        if (socket instanceof WebSocketInternal open) {
            open.channelHandlerContext().channel().config().setAutoClose(false);
        }
    }

    @Override
    public void send(String text) {
        if (isOpen()) {
            send(ByteBufUtil.utf8Bytes(text), () -> socket.writeTextMessage(text));
        }
    }

    @Override
    public void send(byte[] binary) {
        if (isOpen()) {
            send(binary.length, () -> socket.writeBinaryMessage(Buffer.buffer(binary)));
        }
    }

    @Override
    public void ping() {
        if (isOpen() && !socket.writeQueueFull()) {
            lastUsedNs = loop.nowNs();
            socket.writePing(Buffer.buffer(NO_BYTES));
        }
    }

    @Override
    public void close(int code, String reason) {
        if (isOpen()) {
            end(CloseCause.byOwner(code, reason));
        }
    }

    @Override
    public void abort() {
        drop();
    }

    private boolean isOpen() {
        return cause == null && !socket.isClosed();
    }

    private void send(long bytes, Supplier<Future<Void>> write) {
        lastUsedNs = loop.nowNs();
        if (queue.add(bytes)) {
            write.get().onComplete(done -> queue.written(bytes));
        } else {
            unread();
        }
    }

    private void text(String text) {
        if (!reported) {
            listener.onText(text, loop.nowNs());
        }
    }

    private void binary(Buffer binary) {
        if (!reported) {
            listener.onBinary(binary.getBytes(), loop.nowNs());
        }
    }

    /** Vert.x answers pings by itself, however many it has answered that nobody reads. */
    private void frame(WebSocketFrame frame) {
        lastUsedNs = loop.nowNs();
        if (frame.type() == WebSocketFrameType.PING && isOpen() && socket.writeQueueFull()) {
            unread();
        }
    }

    private void unread() {
        endNow(CloseCause.unread(queue.mostBytes()));
    }

    /**
     * The library closes with 1000 on a frame that it does not take, and not at all on a message of too many frames. A connection that fails
     * is closed by itself, with what the peer said last.
     */
    private void broke(Throwable why) {
        boolean failed = why instanceof IOException || why instanceof HttpClosedException;
        if (SocketRuntime.endsProcess(why) || !isOpen() || failed) {
            return;
        }
        if (why instanceof CorruptedWebSocketFrameException frame) {
            WebSocketCloseStatus status = frame.closeStatus();
            endNow(
                    WebSocketCloseStatus.MESSAGE_TOO_BIG.equals(status)
                            ? CloseCause.tooLong(mostMessageBytes)
                            : CloseCause.brokenProtocol(status.code(), String.valueOf(frame.getMessage())));
        } else if (why instanceof IllegalStateException || why instanceof TooLongFrameException) {
            endNow(CloseCause.tooLong(mostMessageBytes));
        } else {
            endNow(CloseCause.brokenProtocol(
                    WebSocketCloseStatus.PROTOCOL_ERROR.code(), String.valueOf(why.getMessage())));
        }
    }

    /** Closes by a limit of this end: the owner need not wait for a peer that may never answer. */
    private void endNow(CloseCause why) {
        end(why);
        loop.after(0, () -> report(why));
    }

    private void end(CloseCause why) {
        cause = why;
        socket.close((short) why.code(), why.reason());
        drop = loop.after(SocketLimits.CLOSING_NS, this::drop);
    }

    /** The library's own limit on closing begins when the closing frame is written, which never happens when nobody reads. */
    private void drop() {
        if (socket instanceof WebSocketInternal open) {
            ChannelFuture unused = open.channelHandlerContext().close();
        }
    }

    private void closed() {
        if (drop != null) {
            drop.cancel();
        }
        CloseCause known = cause;
        // The library counts from the last byte of the handshake, which is a little earlier than the opening.
        boolean silent = loop.nowNs() - lastUsedNs >= silentNs - silentNs / 100;
        report(known != null ? known : silent ? CloseCause.silent(silentNs) : byPeer());
    }

    private CloseCause byPeer() {
        Short code = socket.closeStatusCode();
        String reason = socket.closeReason();
        return code == null ? CloseCause.lost() : CloseCause.byPeer(code, reason == null ? "" : reason);
    }

    private void report(CloseCause why) {
        if (!reported) {
            reported = true;
            cause = why;
            listener.onClosed(why, loop.nowNs());
        }
    }
}
