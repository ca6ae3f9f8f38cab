package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.socket.AdmissionBudget;
import dev.sidetone.bridge.socket.AdmissionBudget.Limit;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The real network for many calls at once: their streams share a few event loops, so that threads do not grow with calls. HTTP requests have
 * a connection and a thread each while they last, as in {@link SocketNetwork}. TLS trusts the public authorities. For any thread.
 */
public final class SharedSocketsNetwork implements Network {
    private final SocketRuntime sockets;
    private final HttpRequester http;
    private final List<SocketLane> lanes;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<SharedSocket> open = ConcurrentHashMap.newKeySet();

    /** @param loops the number of event loops that the streams share */
    public SharedSocketsNetwork(NanoClock clock, int loops) {
        AdmissionBudget budget = AdmissionBudget.usual()
                .with(Limit.MESSAGES_PER_SECOND, ReadingPace.MOST_MESSAGES)
                .with(Limit.BYTES_PER_SECOND, ReadingPace.MOST_CHARS)
                .with(Limit.MESSAGE_BYTES, HandshakeDraft.MOST_FRAME_BYTES);
        this.sockets = SocketRuntime.start(clock, budget);
        this.http = new HttpRequester(clock, TrustedCertificates.publicAuthorities());
        this.lanes = Stream.generate(() -> new SocketLane(sockets.loop()))
                .limit(loops)
                .toList();
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
        SocketLane lane = lanes.get(Math.floorMod(next.getAndIncrement(), lanes.size()));
        SharedSocket socket = new SharedSocket(lane, listener, open::remove);
        open.add(socket);
        socket.dial(url, headers);
        return socket::cut;
    }

    @Override
    public void close() {
        open.forEach(SharedSocket::cut);
        http.close();
        sockets.close();
    }
}
