package dev.sidetone.simulator.live;

import dev.sidetone.loopback.ReservedPort;
import dev.sidetone.simulator.line.net.ServerCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A tunnel's far end: takes TLS at {@code https://localhost:…} and hands it on in the clear to a port of this machine. It can be
 * unplugged, plugged in again at the same address, and told to drop upgrades. For any thread.
 */
public final class TlsFront implements AutoCloseable {
    static final ServerCertificate CERTIFICATE = ServerCertificate.SIGNED_BY_AN_AUTHORITY;

    private static final String NO_UPGRADE =
            "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final int MOST_HEAD = 32_768;

    private final ExecutorService threads = Executors.newCachedThreadPool(TlsFront::thread);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket door;
    private volatile Future<?> accepting = CompletableFuture.completedFuture(null);
    private final ReservedPort port = new ReservedPort();
    private volatile int target;
    private volatile boolean dropsUpgrades;
    private volatile Map<String, Integer> elsewhere = Map.of();

    /** Listens at once; where it leads to is told later. */
    TlsFront() throws IOException {
        plugIn();
    }

    /** {@code https://localhost:PORT}. */
    public URI origin() {
        return URI.create("https://localhost:" + port.number());
    }

    /** It leads to this port of 127.0.0.1 from now on. */
    public void leadTo(int localPort) {
        target = localPort;
    }

    /** Requests for {@code path} lead to another port of 127.0.0.1 from now on; 0 ends that. */
    public void leadElsewhere(String path, int localPort) {
        elsewhere = Map.of(path, localPort);
    }

    /** Whether a WebSocket's opening handshake is answered with 502, as a proxy does that knows none. */
    public void dropUpgrades(boolean drops) {
        dropsUpgrades = drops;
    }

    /** Nobody is there any more, and nobody else will be; what runs is cut. */
    public void unplug() throws IOException {
        ServerSocket was = door;
        door = null;
        if (was != null) {
            was.close();
            awaitEnd(accepting);
            port.awaitRefusal();
        }
        // The bare sockets: one of TLS says good-bye first, and may come to no end over it.
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** Is there again, at the same address. */
    public void plugIn() throws IOException {
        ServerSocket made = new ServerSocket();
        made.setReuseAddress(true);
        made.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.forServer()), 50);
        door = made;
        accepting = threads.submit(() -> takeFrom(made));
    }

    @Override
    public void close() throws IOException {
        unplug();
        port.close();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new IOException("a connection does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The system lets go of a port when the thread that accepts there has noticed. */
    private static void awaitEnd(Future<?> thread) throws IOException {
        try {
            thread.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeFrom(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket came = from.accept();
                open.add(came);
                if (from.isClosed()) {
                    came.close();
                }
                threads.execute(() -> handOn(came));
            } catch (IOException e) {
                // Unplugged.
            }
        }
    }

    private void handOn(Socket bare) {
        try (bare;
                Socket came = secured(bare);
                Socket on = new Socket()) {
            bare.setTcpNoDelay(true);
            byte[] head = head(came.getInputStream());
            String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            if (dropsUpgrades && text.contains("\r\nupgrade: websocket")) {
                came.getOutputStream().write(NO_UPGRADE.getBytes(StandardCharsets.US_ASCII));
                return;
            }
            open.add(on);
            on.setTcpNoDelay(true);
            int other = elsewhere.getOrDefault(text.split("[ ?]", 3)[1], 0);
            on.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), other == 0 ? target : other));
            on.getOutputStream().write(head);
            threads.execute(() -> pour(on, came));
            pour(came, on);
        } catch (IOException e) {
            // One of the two has gone: so has the connection.
        } finally {
            open.remove(bare);
        }
    }

    private Socket secured(Socket bare) throws IOException {
        SSLSocket secured =
                (SSLSocket) CERTIFICATE.shown().getSocketFactory().createSocket(bare, null, bare.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    private void pour(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8_192];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                out.write(bytes, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            // The other direction ends too.
        } finally {
            open.remove(from);
            shut(from);
            shut(to);
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first request's head, as it came. */
    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4 && bytes.size() < MOST_HEAD) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            bytes.write(next);
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return bytes.toByteArray();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tls-front");
        thread.setDaemon(true);
        return thread;
    }
}
