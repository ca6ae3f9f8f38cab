package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.OutboundQueue;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.bridge.time.Patience;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;

/**
 * One stream's WebSocket, with Java-WebSocket: one thread of its own dials and reads, one writes. {@link Connection}'s methods are for the
 * line thread, {@link #cut} for any.
 */
// Over 300 lines because the library is one class with a dozen callbacks, and what it does wrong is set right beside
// each.
final class StreamSocket extends WebSocketClient implements Connection {
    private static final long MOST_WAIT_MS = Patience.of(1_000);
    /** Half a second of frames: the system's own would hide for minutes that nobody reads them. */
    private static final int UNREAD_BYTES = 8_192;

    /** The marks of an answer of ten minutes that a server clears at once, with room to spare. */
    private static final int UNSENT_BYTES = 8 << 20;

    /** How often a wait looks whether it is still waited. */
    private static final long LOOK_NS = 20_000_000;

    private final StreamSocketListener listener;
    private final NanoClock clock;
    private final TrustedCertificates trust;
    private final Consumer<StreamSocket> whenOver;
    private final OutboundQueue queue = new OutboundQueue(UNSENT_BYTES);
    private volatile @Nullable Socket held;
    private volatile boolean cut;
    private volatile @Nullable CloseCause ended;
    private volatile boolean over;
    private volatile boolean leaving;
    private volatile @Nullable Thread reader;
    private @Nullable InstrumentedSocket watched;
    private @Nullable Exception failure;
    private @Nullable ReadingPace pace;
    private boolean heldBack;
    private boolean opened;

    StreamSocket(
            URI url,
            Map<String, String> headers,
            StreamSocketListener listener,
            NanoClock clock,
            TrustedCertificates trust,
            Consumer<StreamSocket> whenOver) {
        super(url, new HandshakeDraft(), headers, 0);
        this.listener = listener;
        this.clock = clock;
        this.trust = trust;
        this.whenOver = whenOver;
        setTcpNoDelay(true);
        setConnectionLostTimeout(0);
        setDaemon(true);
        setSocketFactory(new ConnectedSockets(this::connected));
    }

    /** Drops the connection, unless it has ended and only its last words are being written. */
    void cut() {
        cut = true;
        if (over) {
            return;
        }
        Socket socket = held;
        if (socket != null) {
            SocketConnector.closeQuietly(socket);
        }
    }

    /** Waits until both threads are gone. */
    void awaitEnd() {
        await(reader);
    }

    @Override
    public void run() {
        reader = Thread.currentThread();
        try {
            super.run();
        } finally {
            finish();
            whenOver.accept(this);
        }
    }

    @Override
    public void send(String text) {
        if (ended != null) {
            return;
        }
        if (!queue.add(frameBytes(text.getBytes(StandardCharsets.UTF_8).length))) {
            endUnread();
            return;
        }
        try {
            super.send(text);
        } catch (WebsocketNotConnectedException e) {
            // closed meanwhile, which the listener learns by itself
        }
    }

    /** The library answers every ping, however many answers wait that nobody reads. */
    @Override
    public void onWebsocketPing(WebSocket connection, Framedata ping) {
        if (queue.add(frameBytes(ping.getPayloadData().remaining()))) {
            super.onWebsocketPing(connection, ping);
        }
    }

    /** What is queued is dropped with the connection. */
    private void endUnread() {
        ended = CloseCause.unread(queue.mostBytes());
        Socket socket = held;
        if (socket != null) {
            SocketConnector.closeQuietly(socket);
        }
    }

    /** The length of a client's frame, RFC 6455 section 5.2. */
    private static long frameBytes(int payload) {
        return payload + (payload < 126 ? 6L : payload < 1 << 16 ? 8L : 14L);
    }

    @Override
    public void send(byte[] binary) {
        try {
            super.send(binary);
        } catch (WebsocketNotConnectedException e) {
            // closed meanwhile, which the listener learns by itself
        }
    }

    @Override
    public void close(int code, String reason) {
        leaving = true;
        super.close(code, reason);
    }

    /** The library would stop reading once it has sent its closing frame; the server's own is to be seen. */
    @Override
    public boolean isClosing() {
        return !leaving && super.isClosing();
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        opened = true;
        listener.onOpened(this, readNs());
    }

    @Override
    public void onMessage(String text) {
        listener.onText(text, readNs());
        keepPace(text.length());
    }

    @Override
    public void onMessage(ByteBuffer bytes) {
        byte[] binary = new byte[bytes.remaining()];
        bytes.get(binary);
        listener.onBinary(binary, readNs());
        keepPace(binary.length);
    }

    /** Waits on the reading thread, so that the server waits at its end; a connection that is cut is not waited for. */
    private void keepPace(int size) {
        long readNs = clock.nowNs();
        ReadingPace kept = pace == null ? new ReadingPace(readNs) : pace;
        pace = kept;
        long waitNs = kept.received(size, readNs);
        if (waitNs > 0 && !heldBack) {
            heldBack = true;
            listener.onHeldBack(readNs);
        }
        for (long leftNs = waitNs; leftNs > 0 && !cut && ended == null; leftNs = readNs + waitNs - clock.nowNs()) {
            Park.forNs(Math.min(leftNs, LOOK_NS));
        }
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        over = true;
        String words = reason == null ? "" : reason;
        if (opened) {
            listener.onClosed(cause(codeAtTheSocket(code), words, remote), clock.nowNs());
        } else {
            notOpened(words);
        }
    }

    private CloseCause cause(int code, String words, boolean remote) {
        if (leaving) {
            return CloseCause.byOwner(code, words);
        }
        CloseCause limit = ended;
        if (limit != null) {
            return limit;
        }
        if (remote || code == CloseFrame.ABNORMAL_CLOSE) {
            return CloseCause.byPeer(code, words);
        }
        return code == CloseFrame.TOOBIG
                ? CloseCause.tooLong(HandshakeDraft.MOST_FRAME_BYTES)
                : CloseCause.brokenProtocol(code, words);
    }

    private int codeAtTheSocket(int code) {
        if (code == CloseFrame.NORMAL
                && getConnection().getDraft() instanceof HandshakeDraft draft
                && draft.endsWithoutCode()) {
            return CloseFrame.NOCODE;
        }
        return code < CloseFrame.NORMAL ? CloseFrame.ABNORMAL_CLOSE : code;
    }

    @Override
    public void onError(Exception thrown) {
        if (failure == null) {
            failure = thrown;
        }
    }

    private void notOpened(String words) {
        InstrumentedSocket socket = watched;
        int status = socket == null ? 0 : socket.httpStatus();
        if (status != 0) {
            listener.onFailed(status, words, clock.nowNs());
            return;
        }
        Exception cause = failure;
        ConnectionFailure trouble = cause == null ? ConnectionFailure.BROKEN : ConnectionFailure.of(cause);
        String why = cause == null || cause.getMessage() == null ? "it was closed" : ConnectionFailure.words(cause);
        listener.onUnreachable(trouble, why, clock.nowNs());
    }

    private long readNs() {
        InstrumentedSocket socket = watched;
        return socket == null ? clock.nowNs() : socket.readNs();
    }

    private void hold(Socket socket) throws IOException {
        held = socket;
        socket.setSendBufferSize(UNREAD_BYTES);
        if (cut) {
            socket.close();
            throw new IOException("cut");
        }
    }

    private InstrumentedSocket connected() throws IOException {
        Socket socket = SocketConnector.connect(uri, trust, this::hold);
        InstrumentedSocket connected =
                new InstrumentedSocket(socket, clock, listener::onWritten, queue::written, this::writeClosingFrame);
        watched = connected;
        return connected;
    }

    /** The writing thread may still have a closing frame to write; then it ends, and with it the socket. */
    private void finish() {
        InstrumentedSocket socket = watched;
        await(socket == null ? null : socket.writer());
        Socket connection = held;
        if (connection != null) {
            SocketConnector.closeQuietly(connection);
        }
    }

    /**
     * Writes the closing frame that is still queued. The library's writing thread, when it is interrupted while it writes, closes the socket
     * and leaves the rest of the queue unwritten.
     */
    private void writeClosingFrame() {
        InstrumentedSocket socket = watched;
        if (socket == null || socket.isClosingFrameWritten() || !(getConnection() instanceof WebSocketImpl engine)) {
            return;
        }
        for (ByteBuffer frame : engine.outQueue) {
            byte[] bytes = new byte[frame.remaining()];
            frame.duplicate().get(bytes);
            if (bytes.length > 0 && InstrumentedSocket.isClosingFrame(bytes[0])) {
                write(socket, bytes);
            }
        }
    }

    private static void write(InstrumentedSocket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // it is gone: nobody is left to read a closing frame
        }
    }

    private static void await(@Nullable Thread thread) {
        if (thread == null || thread == Thread.currentThread()) {
            return;
        }
        try {
            thread.join(MOST_WAIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
