package dev.sidetone.simulator.line.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Gives Java-WebSocket sockets that are connected already, on its own reading thread. It calls the first method only. */
final class ConnectedSockets extends SocketFactory {
    private final Source source;

    /** Connects a socket. */
    @FunctionalInterface
    interface Source {
        /** Blocks until there is one. */
        Socket connected() throws IOException;
    }

    ConnectedSockets(Source source) {
        this.source = source;
    }

    @Override
    public Socket createSocket() throws IOException {
        return source.connected();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
