package dev.sidetone.simulator.line.net;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 request and its answer, on a connection of its own. Written by hand because a client library decides
 * exactly what matters here: the order of the headers, {@code Host}, how a connection broke. Used by one thread; {@link #cut} by any.
 */
final class HttpExchange {
    /** Longer than any limit of the line, which cuts: a last resort. */
    private static final int MOST_SILENCE_MS = 60_000;

    private final String method;
    private final URI url;
    private final Map<String, String> headers;
    private final String body;
    private final TrustedCertificates trust;
    private final int mostBytes;
    private volatile @Nullable Socket held;
    private volatile boolean cut;

    /** @param mostBytes how much of the answer's body is kept */
    HttpExchange(
            String method,
            URI url,
            Map<String, String> headers,
            String body,
            TrustedCertificates trust,
            int mostBytes) {
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.body = body;
        this.trust = trust;
        this.mostBytes = mostBytes;
    }

    /** Asks and waits. */
    HttpReply run() throws IOException {
        try (Socket socket = SocketConnector.connect(url, trust, this::hold)) {
            socket.setSoTimeout(MOST_SILENCE_MS);
            socket.getOutputStream().write(request());
            socket.getOutputStream().flush();
            return HttpReply.read(socket.getInputStream(), mostBytes);
        }
    }

    /** Drops the connection. */
    void cut() {
        cut = true;
        Socket socket = held;
        if (socket != null) {
            SocketConnector.closeQuietly(socket);
        }
    }

    private void hold(Socket socket) throws IOException {
        held = socket;
        if (cut) {
            socket.close();
            throw new IOException("given up");
        }
    }

    private byte[] request() {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        named.putAll(headers);
        StringBuilder head = new StringBuilder(method + " " + target() + " HTTP/1.1\r\n");
        head.append("Host: ").append(named.getOrDefault("Host", host())).append("\r\n");
        if (bytes.length > 0 || method.equals("POST")) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        headers.forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Host")) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        });
        return (head + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    private String target() {
        String path = url.getRawPath();
        String query = url.getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private String host() {
        String authority = String.valueOf(url.getRawAuthority());
        return authority.substring(authority.lastIndexOf('@') + 1);
    }
}
