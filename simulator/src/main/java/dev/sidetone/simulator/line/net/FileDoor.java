package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.time.NanoClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/** Fetches files over HTTP, each on a thread of its own, and follows redirects. For any thread. */
final class FileDoor implements AutoCloseable {
    private static final int CONNECT_MS = 5_000;
    private static final int READ_MS = 15_000;

    private final NanoClock clock;
    private final Trust trust;
    private final ExecutorService pool = Executors.newCachedThreadPool(FileDoor::thread);

    FileDoor(NanoClock clock, Trust trust) {
        this.clock = clock;
        this.trust = trust;
    }

    /** Fetches; {@code done} is told on a thread of the pool. */
    Network.Link download(URI url, Map<String, String> headers, Consumer<Download> done) {
        AtomicReference<@Nullable HttpURLConnection> held = new AtomicReference<>();
        pool.execute(() -> done.accept(fetch(url, headers, held)));
        return () -> {
            HttpURLConnection connection = held.get();
            if (connection != null) {
                connection.disconnect();
            }
        };
    }

    @Override
    public void close() {
        pool.shutdownNow();
        try {
            pool.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Download fetch(URI url, Map<String, String> headers, AtomicReference<@Nullable HttpURLConnection> held) {
        try {
            return fetched(connected(url, headers, held));
        } catch (IOException | IllegalArgumentException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Download.Failed(clock.nowNs(), Trouble.of(e), why);
        }
    }

    /** The JDK tries one address of a name only; a server on loopback may listen on the other one. */
    private HttpURLConnection connected(
            URI url, Map<String, String> headers, AtomicReference<@Nullable HttpURLConnection> held)
            throws IOException {
        IOException last = new IOException(url.getHost() + " has no address");
        boolean plain = "http".equalsIgnoreCase(url.getScheme());
        for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
            try {
                HttpURLConnection connection = opened(plain ? at(address, url) : url.toURL(), headers);
                held.set(connection);
                connection.connect();
                return connection;
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private HttpURLConnection opened(URL url, Map<String, String> headers) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        if (connection instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(trust.sockets());
        }
        connection.setConnectTimeout(CONNECT_MS);
        connection.setReadTimeout(READ_MS);
        connection.setUseCaches(false);
        headers.forEach(connection::setRequestProperty);
        return connection;
    }

    private static URL at(InetAddress address, URI url) throws IOException {
        if (!address.isLoopbackAddress()) {
            return url.toURL();
        }
        String literal =
                address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
        return new URL(url.getScheme(), literal, url.getPort(), url.toURL().getFile());
    }

    private Download fetched(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        String given = connection.getContentType();
        byte[] bytes = body(connection, status);
        URI from = URI.create(connection.getURL().toString());
        boolean tooLong = bytes.length > Download.MOST_BYTES;
        return new Download.Fetched(clock.nowNs(), from, status, given == null ? "" : given, bytes, tooLong);
    }

    private static byte[] body(HttpURLConnection connection, int status) throws IOException {
        if (status >= 400) {
            connection.disconnect();
            return new byte[0];
        }
        try (InputStream in = connection.getInputStream()) {
            return in.readNBytes(Download.MOST_BYTES + 1);
        } finally {
            connection.disconnect();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sidetone-file");
        thread.setDaemon(true);
        return thread;
    }
}
