package com.example.phone;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A phone agent in its smallest form: Twilio asks {@code /voice}, connects a Media Stream, and hears a tone in answer to what it says. */
public final class ToneServer extends WebSocketServer implements AutoCloseable {
    private final Map<WebSocket, ToneAnswers> calls = new ConcurrentHashMap<>();
    private final CountDownLatch listening = new CountDownLatch(1);
    private final HttpServer webhook;

    /** Starts on two free ports of this machine. */
    public ToneServer() throws IOException, InterruptedException {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        setReuseAddr(true);
        setTcpNoDelay(true);
        start();
        listening.await();
        webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] twiml = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Connect><Stream url=\"ws://localhost:" + getPort()
                        + "/media\"/></Connect></Response>")
                .getBytes(StandardCharsets.UTF_8);
        webhook.createContext("/voice", request -> {
            request.getRequestBody().readAllBytes();
            request.getResponseHeaders().add("Content-Type", "text/xml");
            request.sendResponseHeaders(200, twiml.length);
            request.getResponseBody().write(twiml);
            request.close();
        });
        webhook.start();
    }

    /** The webhook, as it would be set for a number at Twilio. */
    public String voiceUrl() {
        return "http://localhost:" + webhook.getAddress().getPort() + "/voice";
    }

    @Override
    public void onStart() {
        listening.countDown();
    }

    @Override
    public void onOpen(WebSocket stream, ClientHandshake handshake) {
        calls.put(stream, new ToneAnswers(stream::send));
    }

    @Override
    public void onMessage(WebSocket stream, String message) {
        calls.get(stream).received(message);
    }

    @Override
    public void onClose(WebSocket stream, int code, String reason, boolean remote) {
        calls.remove(stream);
    }

    @Override
    public void onError(WebSocket stream, Exception trouble) {
        if (stream != null) {
            stream.close();
        }
    }

    @Override
    public void close() throws InterruptedException {
        webhook.stop(0);
        stop();
    }
}
