package dev.sidetone.bench.peer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection that nobody knows, and what it got for an answer. By one thread. */
public final class RawConnection implements AutoCloseable {
    private static final int LONGEST_WAIT_MS = 60_000;

    private final Socket socket = new Socket();

    /** Connects to a port of this machine at {@code address}. */
    public RawConnection(InetAddress address, int port) throws IOException {
        socket.connect(new InetSocketAddress(address, port), LONGEST_WAIT_MS);
        socket.setSoTimeout(LONGEST_WAIT_MS);
    }

    public RawConnection(int port) throws IOException {
        this(InetAddress.getLoopbackAddress(), port);
    }

    /** Sends {@code text}; false when the connection is closed already. */
    public boolean send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Waits for the status of the answer; 0 when the connection is closed without one. */
    public int status() throws IOException {
        try {
            String first = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            return first.length() == 12 ? Integer.parseInt(first.substring(9)) : 0;
        } catch (SocketException reset) {
            return 0;
        }
    }

    /** Sends {@code request}, which asks to close, and waits for the whole answer. */
    public String ask(String request) throws IOException {
        send(request);
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }

    /** Whether the other side has closed it by now; waits 1 ms for the news. */
    public boolean isClosed() throws IOException {
        socket.setSoTimeout(1);
        try {
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // What came before the end.
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
