package dev.sidetone.simulator.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A server on real loopback sockets: the JDK's for the webhook, Java-WebSocket's for the stream on a second port. */
final class LoopbackServer implements AutoCloseable {
    final List<String> texts = new CopyOnWriteArrayList<>();
    final BlockingQueue<Integer> closes = new LinkedBlockingQueue<>();
    /** Path and form of every request. */
    final BlockingQueue<String> posts = new LinkedBlockingQueue<>();

    final Map<String, String> upgradeHeaders = new ConcurrentHashMap<>();
    final Map<String, String> webhookHeaders = new ConcurrentHashMap<>();
    private final HttpServer http;
    private final ExecutorService workers = Executors.newSingleThreadExecutor();
    private final Streams streams = new Streams();
    private volatile String document = "";
    private volatile Runnable atStop = () -> {};

    LoopbackServer() throws IOException, InterruptedException {
        streams.setTcpNoDelay(true);
        streams.setReuseAddr(true);
        streams.setConnectionLostTimeout(0);
        streams.start();
        if (!streams.listening.await(60, TimeUnit.SECONDS)) {
            throw new IOException("the stream's server does not start");
        }
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(workers);
        http.createContext("/", this::answer);
        http.start();
        document = connectTo(streams.getPort());
    }

    static String connectTo(int port) {
        return "<Response><Connect><Stream url='ws://127.0.0.1:" + port + "/media'/></Connect></Response>";
    }

    void document(String twiml) {
        document = twiml;
    }

    /** Runs when a stream is stopped, before its socket is closed. */
    void atStop(Runnable action) {
        atStop = action;
    }

    int httpPort() {
        return http.getAddress().getPort();
    }

    URI voice() {
        return URI.create("http://localhost:" + httpPort() + "/voice");
    }

    /** The server's ends of the streams that are open. */
    List<WebSocket> openStreams() {
        return List.copyOf(streams.getConnections());
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestHeaders().forEach((name, values) -> webhookHeaders.put(name, values.get(0)));
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        posts.add(exchange.getRequestURI().getPath() + "?" + form);
        byte[] body = document.getBytes(StandardCharsets.UTF_8);
        boolean voice = exchange.getRequestURI().getPath().equals("/voice");
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(voice ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
        try {
            streams.stop(1_000);
            awaitWorkers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The library tells its workers to end and does not wait for them: they would be seen as somebody's leftovers. */
    private static void awaitWorkers() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("WebSocketWorker")) {
                thread.join(60_000);
            }
        }
    }

    /** Says a burst of audio with a mark to whoever starts a stream. */
    private final class Streams extends WebSocketServer {
        private static final String AUDIO = "//79/Pv6+fj39vX08/Lx8O/u7ezr6uno5+bl5OPi4eDf3t3c29rZ2NfW1dTT0tHQ";

        private final Set<WebSocket> closing = ConcurrentHashMap.newKeySet();
        final CountDownLatch listening = new CountDownLatch(1);

        Streams() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            setDaemon(true);
        }

        @Override
        public void onOpen(WebSocket stream, ClientHandshake handshake) {
            handshake
                    .iterateHttpFields()
                    .forEachRemaining(name -> upgradeHeaders.put(name, handshake.getFieldValue(name)));
        }

        @Override
        public void onMessage(WebSocket stream, String text) {
            texts.add(text);
            if (text.contains("\"event\":\"stop\"")) {
                atStop.run();
            }
            if (text.contains("\"event\":\"start\"")) {
                String sid = TestServer.sid(text);
                stream.send("{\"event\":\"media\",\"streamSid\":\"" + sid + "\",\"media\":{\"payload\":\"" + AUDIO
                        + "\"}}");
                stream.send("{\"event\":\"mark\",\"streamSid\":\"" + sid + "\",\"mark\":{\"name\":\"m\"}}");
            }
        }

        @Override
        public void onMessage(WebSocket stream, ByteBuffer binary) {
            throw new AssertionError("Twilio sends no binary messages");
        }

        /**
         * The library's reading thread reports 1006 where it sees the end of a connection before its other thread has noted that the
         * closing frame was answered.
         */
        @Override
        public void onClosing(WebSocket stream, int code, String reason, boolean remote) {
            closing.add(stream);
            closes.add(code);
        }

        @Override
        public void onClose(WebSocket stream, int code, String reason, boolean remote) {
            if (!closing.remove(stream)) {
                closes.add(code);
            }
        }

        @Override
        public void onError(WebSocket stream, Exception failure) {
            // the call's own facts say what became of it
        }

        @Override
        public void onStart() {
            listening.countDown();
        }
    }
}
