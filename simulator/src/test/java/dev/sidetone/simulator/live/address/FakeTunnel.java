package dev.sidetone.simulator.live.address;

import dev.sidetone.loopback.HttpHead;
import dev.sidetone.loopback.ReservedPort;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/**
 * A tunnel or proxy on loopback, with TLS: what it does with a connection is decided by the head of its first request. One
 * thread for each connection and direction.
 */
final class FakeTunnel implements AutoCloseable {
    private final ServerSocket server;
    private final Thread accepting;
    private final ReservedPort port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Rule rule = head -> new Hang();

    /** What becomes of a request. */
    @FunctionalInterface
    interface Rule {
        Act of(String head);
    }

    sealed interface Act {}

    /** Goes on to {@code port}, with the head as it becomes. */
    record Pass(int port, UnaryOperator<String> head) implements Act {
        Pass(int port) {
            this(port, UnaryOperator.identity());
        }
    }

    /** Is answered here, and then the connection ends. */
    record Answer(String raw) implements Act {
        /** With status, headers (each ended by a line's end) and body. */
        static Answer of(int status, String headers, String body) {
            return new Answer("HTTP/1.1 " + status + " Because\r\nContent-Length: " + body.length() + "\r\n" + headers
                    + "Connection: close\r\n\r\n" + body);
        }
    }

    /** Is never answered. */
    record Hang() implements Act {}

    /** Is answered here, and then the connection stays open. */
    record Linger(String raw) implements Act {}

    private FakeTunnel(ServerSocket server, ReservedPort port) {
        this.server = server;
        this.port = port;
        this.accepting = run(this::accept);
    }

    static FakeTunnel start(SSLContext own) throws IOException {
        ReservedPort port = new ReservedPort();
        ServerSocket server = own.getServerSocketFactory().createServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.forServer()), 20);
        return new FakeTunnel(server, port);
    }

    /** From now on. */
    FakeTunnel by(Rule decided) {
        rule = decided;
        return this;
    }

    int port() {
        return port.number();
    }

    String origin() {
        return "https://localhost:" + port();
    }

    /** Nobody is there any more, and nobody else will be. */
    void unplug() throws IOException {
        server.close();
        try {
            // The system lets go of the port when the thread that accepts there has noticed.
            accepting.join();
            port.awaitRefusal();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        unplug();
        port.close();
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = server.accept();
            open.add(socket);
            run(() -> serve(socket));
        }
    }

    private void serve(Socket socket) throws IOException {
        String head = HttpHead.read(socket.getInputStream());
        Act act = rule.of(head);
        if (act instanceof Answer answer) {
            write(socket, answer.raw());
            socket.close();
        } else if (act instanceof Linger linger) {
            write(socket, linger.raw());
        } else if (act instanceof Pass pass) {
            pass(socket, head, pass);
        }
    }

    private void pass(Socket from, String head, Pass pass) throws IOException {
        Socket to = new Socket(InetAddress.getLoopbackAddress(), pass.port());
        open.add(to);
        write(to, pass.head().apply(head));
        run(() -> pump(to, from));
        pump(from, to);
    }

    private static void pump(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            OutputStream out = to.getOutputStream();
            InputStream in = from.getInputStream();
            byte[] bytes = new byte[8192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                out.write(bytes, 0, count);
                out.flush();
            }
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static Thread run(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // the other side, or the test, is done with this connection
                    }
                },
                "fake-tunnel");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
