package dev.sidetone.bridge.socket;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;

/** A Vert.x WebSocket as a {@link Connection}, on its event loop. */
final class VertxConnection implements Connection {
    private static final int NO_CLOSE_FRAME = 1006;

    private final WebSocket socket;

    private VertxConnection(WebSocket socket) {
        this.socket = socket;
    }

    /** Attaches a listener to an open socket and reports the opening at once. */
    static void attachOpen(WebSocket socket, ConnectionListener listener, EventLoop loop) {
        attach(socket, listener, loop);
        listener.onOpened(new VertxConnection(socket), loop.nowNs());
    }

    /** Attaches a listener to a socket that is not open yet; the opening is reported later, by the caller. */
    static Connection attach(WebSocket socket, ConnectionListener listener, EventLoop loop) {
        socket.textMessageHandler(text -> listener.onText(text, loop.nowNs()));
        socket.binaryMessageHandler(binary -> listener.onBinary(binary.getBytes(), loop.nowNs()));
        socket.pongHandler(pong -> listener.onPong(loop.nowNs()));
        socket.exceptionHandler(broken -> {});
        socket.closeHandler(closed -> listener.onClosed(code(socket), reason(socket), loop.nowNs()));
        return new VertxConnection(socket);
    }

    @Override
    public void send(String text) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(text);
        }
    }

    @Override
    public void send(byte[] binary) {
        if (!socket.isClosed()) {
            socket.writeBinaryMessage(Buffer.buffer(binary));
        }
    }

    @Override
    public void ping() {
        if (!socket.isClosed()) {
            socket.writePing(Buffer.buffer());
        }
    }

    @Override
    public void close(int code, String reason) {
        if (!socket.isClosed()) {
            socket.close((short) code, reason);
        }
    }

    private static int code(WebSocket socket) {
        Short code = socket.closeStatusCode();
        return code == null ? NO_CLOSE_FRAME : code;
    }

    private static String reason(WebSocket socket) {
        String reason = socket.closeReason();
        return reason == null ? "" : reason;
    }
}
