package dev.sidetone.simulator.twilio;

import dev.sidetone.loopback.HttpHead;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A server on a real loopback socket, in nobody's library, that answers the webhook and the stream's handshake as it should and then reads
 * no more. A thread of its own accepts until it is closed.
 */
final class DeafServer implements AutoCloseable {
    /** So that what nobody reads is soon too much. */
    private static final int SMALL_BYTES = 1_024;

    private final ServerSocket server = new ServerSocket();
    private final List<Socket> unread = new ArrayList<>();
    private final Thread accepting = new Thread(this::accept, "deaf-server");

    DeafServer() throws IOException {
        server.setReceiveBufferSize(SMALL_BYTES);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        accepting.start();
    }

    URI voice() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/voice");
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                answer(server.accept());
            } catch (IOException e) {
                // closed, or a caller who left
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        unread.add(socket);
        String head = HttpHead.read(socket.getInputStream());
        boolean stream = HttpHead.isUpgrade(head);
        String answer = stream ? HttpHead.accepting(head) : document();
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        if (!stream) {
            socket.shutdownOutput();
        }
    }

    private String document() {
        String twiml = "<Response><Connect><Stream url='ws://127.0.0.1:" + server.getLocalPort()
                + "/media'/></Connect></Response>";
        return "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: " + twiml.length() + "\r\n\r\n" + twiml;
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : unread) {
            socket.close();
        }
    }
}
