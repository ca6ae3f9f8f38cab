package dev.sidetone.simulator.line.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Connects a TCP or TLS socket to whatever address of a host answers. Blocks; stateless. */
final class SocketConnector {
    private static final int CONNECT_MS = 5_000;
    private static final int HANDSHAKE_MS = 5_000;
    private static final Set<String> SECURE = Set.of("https", "wss");

    private SocketConnector() {}

    /** Holds the socket of a connection under way, so that it can be closed. */
    @FunctionalInterface
    interface Holder {
        /** Keeps {@code socket}, to close it if the dial is cut meanwhile. */
        void hold(Socket socket) throws IOException;
    }

    /**
     * Connects to the host of {@code url}: plain for ws and http, TLS with a verified host name for wss and https.
     *
     * @throws IOException the last address's failure
     */
    static Socket connect(URI url, TrustedCertificates trust, Holder holder) throws IOException {
        String host = url.getHost();
        if (host == null) {
            throw new UnknownHostException(String.valueOf(url));
        }
        boolean secure = SECURE.contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT));
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        IOException last = new UnknownHostException(host);
        for (InetAddress address : InetAddress.getAllByName(host)) {
            Socket socket = new Socket();
            holder.hold(socket);
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, port), CONNECT_MS);
                return secure ? secured(socket, host, port, trust) : socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone, which is what was wanted
        }
    }

    private static Socket secured(Socket plain, String host, int port, TrustedCertificates trust) throws IOException {
        SSLSocket socket = (SSLSocket) trust.sockets().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(HANDSHAKE_MS);
        socket.startHandshake();
        socket.setSoTimeout(0);
        checkDates(socket);
        return socket;
    }

    /** A certificate that is believed for its own sake is not asked for its dates by Java. */
    private static void checkDates(SSLSocket socket) throws IOException {
        if (socket.getSession().getPeerCertificates()[0] instanceof X509Certificate own) {
            try {
                own.checkValidity();
            } catch (CertificateException e) {
                throw new SSLException("its certificate is out of date", e);
            }
        }
    }
}
