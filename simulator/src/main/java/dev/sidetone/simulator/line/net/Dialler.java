package dev.sidetone.simulator.line.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Connects a TCP or TLS socket to whatever address of a host answers. Blocks; stateless. */
final class Dialler {
    private static final int CONNECT_MS = 5_000;
    private static final int HANDSHAKE_MS = 5_000;

    private Dialler() {}

    /** Lets go of a socket that is wanted no more. */
    @FunctionalInterface
    interface Holder {
        /** Keeps {@code socket}, to close it if the dial is cut meanwhile. */
        void hold(Socket socket) throws IOException;
    }

    /**
     * Connects to the host of {@code url}: plain for ws, TLS with a verified host name for wss.
     *
     * @throws IOException the last address's failure
     */
    static Socket connect(URI url, Holder holder) throws IOException {
        boolean secure = "wss".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        IOException last = new UnknownHostException(url.getHost());
        for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
            Socket socket = new Socket();
            holder.hold(socket);
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, port), CONNECT_MS);
                return secure ? secured(socket, url, port) : socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private static Socket secured(Socket plain, URI url, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, url.getHost(), port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(HANDSHAKE_MS);
        socket.startHandshake();
        socket.setSoTimeout(0);
        return socket;
    }
}
