package dev.sidetone.bench.peer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server of this machine, over HTTP, whose every answer is written by hand. Each connection has a thread of its own. */
public final class HandServer implements AutoCloseable {
    /** So small that a peer soon sees that nothing is read. */
    static final int SMALL_BUFFER = 16 << 10;

    private final ServerSocket door;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private HandServer(ServerSocket door, Handler handler) {
        this.door = door;
        this.handler = handler;
        Thread accepting = new Thread(this::accept, "by hand");
        accepting.setDaemon(true);
        accepting.start();
    }

    /** The answer to a request, whatever it is; the connection is closed after it. */
    public interface Handler {
        void serve(Request request) throws IOException;
    }

    /** Serves on a free port of this machine. */
    public static HandServer start(Handler handler) throws IOException {
        return start(new ServerSocket(), handler);
    }

    /** Serves at {@code door}, which is not bound, as one of TLS may be. */
    public static HandServer start(ServerSocket door, Handler handler) throws IOException {
        door.setReceiveBufferSize(SMALL_BUFFER);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        return new HandServer(door, handler);
    }

    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                open.add(socket);
                Thread serving = new Thread(() -> serve(socket), "serves by hand");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String head = WebSocketByHand.readHead(in);
            if (!head.isEmpty()) {
                handler.serve(new Request(socket, in, head));
            }
        } catch (IOException peerIsGone) {
            // A peer that gives up is what most of these servers are for.
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** A request's head, and the connection that it came by. */
    public static final class Request {
        private final Socket socket;
        private final InputStream in;
        private final String head;

        private Request(Socket socket, InputStream in, String head) {
            this.socket = socket;
            this.in = in;
            this.head = head;
        }

        /** The target, as in {@code /voice?x=y}. */
        public String target() {
            return head.split(" ", 3)[1];
        }

        public boolean isUpgrade() {
            return !header("sec-websocket-key").isEmpty();
        }

        private String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        /** Where the answer goes. */
        public OutputStream out() throws IOException {
            return socket.getOutputStream();
        }

        /** Reads the body and answers. */
        public void answer(int status, String type, String body) throws IOException {
            String length = header("content-length");
            in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String answer = "HTTP/1.1 " + status + " By hand\r\nContent-Type: " + type + "\r\nContent-Length: "
                    + bytes.length + "\r\nConnection: close\r\n\r\n";
            out().write(answer.getBytes(StandardCharsets.US_ASCII));
            out().write(bytes);
            out().flush();
        }

        /** Accepts the WebSocket's handshake. */
        public WebSocketByHand accept() throws IOException {
            return WebSocketByHand.accepted(socket, in, header("sec-websocket-key"));
        }
    }
}
