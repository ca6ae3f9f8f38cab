package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.time.NanoClock;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The real network: Sidetone's own HTTP client, and Java-WebSocket for streams. For any thread. */
public final class SocketNetwork implements Network {
    private final NanoClock clock;
    private final TrustedCertificates trust;
    private final HttpRequester http;
    private final Set<StreamSocket> sockets = ConcurrentHashMap.newKeySet();

    public SocketNetwork(NanoClock clock, TrustedCertificates trust) {
        this.clock = clock;
        this.trust = trust;
        this.http = new HttpRequester(clock, trust);
    }

    @Override
    public Link request(String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer) {
        return http.request(method, url, headers, body, answer);
    }

    @Override
    public Link download(URI url, Map<String, String> headers, Consumer<Download> done) {
        return http.download(url, headers, done);
    }

    @Override
    public Link dial(URI url, Map<String, String> headers, StreamSocketListener listener) {
        StreamSocket socket = new StreamSocket(url, headers, listener, clock, trust, sockets::remove);
        sockets.add(socket);
        socket.connect();
        return socket::cut;
    }

    @Override
    public void close() {
        sockets.forEach(StreamSocket::cut);
        sockets.forEach(StreamSocket::awaitEnd);
        http.close();
    }
}
