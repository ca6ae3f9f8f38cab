package dev.sidetone.junit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Somebody's server, which takes calls and says nothing; its tool knows that it is open. */
final class ServerInTest extends WebSocketServer implements AutoCloseable {
    private final CountDownLatch listens = new CountDownLatch(1);
    private final HttpServer webhook;
    private volatile String form = "";
    private volatile Headers headers = new Headers();

    ServerInTest() throws IOException, InterruptedException {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        setReuseAddr(true);
        start();
        listens.await();
        webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String twiml =
                "<Response><Connect><Stream url=\"ws://localhost:" + getPort() + "/media\"/></Connect></Response>";
        answer("/voice", "text/xml", twiml);
        answer("/look-up", "application/json", "{\"open\":true}");
        webhook.start();
    }

    private void answer(String path, String type, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        webhook.createContext(path, request -> {
            form = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            headers = request.getRequestHeaders();
            request.getResponseHeaders().add("Content-Type", type);
            request.sendResponseHeaders(200, body.length);
            request.getResponseBody().write(body);
            request.close();
        });
    }

    String url(String path) {
        return "http://localhost:" + webhook.getAddress().getPort() + path;
    }

    /** A header of the last request. */
    String header(String name) {
        return String.valueOf(headers.getFirst(name));
    }

    /** The form fields of the last request. */
    Map<String, String> form() {
        Map<String, String> fields = new TreeMap<>();
        for (String field : form.split("&", -1)) {
            String[] pair = field.split("=", 2);
            fields.put(decoded(pair[0]), decoded(pair[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void onStart() {
        listens.countDown();
    }

    @Override
    public void onOpen(WebSocket stream, ClientHandshake handshake) {}

    @Override
    public void onMessage(WebSocket stream, String message) {}

    @Override
    public void onClose(WebSocket stream, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket stream, Exception trouble) {
        throw new IllegalStateException(trouble);
    }

    @Override
    public void close() {
        webhook.stop(0);
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
