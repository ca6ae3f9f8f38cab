package dev.sidetone.ui.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A server that accepts every connection and never answers. */
final class SilentServer implements AutoCloseable {
    private final ServerSocket socket;

    SilentServer() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    String webhook() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/voice";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
