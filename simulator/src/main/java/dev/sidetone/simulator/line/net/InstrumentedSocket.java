package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.time.NanoClock;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A connected socket, plain or TLS, that records when bytes came, when a text frame was written, and with which HTTP status the handshake
 * was answered: Java-WebSocket reports none of the three. Read by one thread and written by one other.
 */
final class InstrumentedSocket extends Socket {
    private static final int TEXT_OPCODE = 1;
    private static final int FINAL_TEXT = 0x80 | TEXT_OPCODE;
    private static final int FINAL_CLOSE = 0x88;
    private static final int PONG = 0x8A;
    private static final int MOST_HEAD_BYTES = 64 * 1024;
    private static final int STATUS_END = "HTTP/1.1 101".length();

    /** Called on the writing thread, right after the write returned. */
    @FunctionalInterface
    interface Written {
        void at(long atNs);
    }

    private final Socket socket;
    private final NanoClock clock;
    private final InputStream in;
    private final OutputStream out;
    private final StringBuilder statusLine = new StringBuilder(STATUS_END);
    private long readNs;
    private final Runnable beforeClose;
    private volatile @Nullable Thread writer;
    private volatile boolean closingFrameWritten;

    /**
     * @param framed takes the length of each text or pong that was written, or never will be
     * @param beforeClose runs when the writing thread closes the socket, before it does
     */
    InstrumentedSocket(Socket socket, NanoClock clock, Written written, LongConsumer framed, Runnable beforeClose)
            throws IOException {
        this.socket = socket;
        this.clock = clock;
        this.beforeClose = beforeClose;
        this.in = new WatchedInput(socket.getInputStream());
        this.out = new WatchedOutput(socket.getOutputStream(), written, framed);
    }

    /** The arrival of the bytes read last. The reading thread. */
    long readNs() {
        return readNs;
    }

    /** The status of the handshake's answer, or 0 when there was no HTTP answer. The reading thread. */
    int httpStatus() {
        String line = statusLine.toString();
        return line.matches("HTTP/1\\.\\d \\d{3}") ? Integer.parseInt(line.substring(STATUS_END - 3)) : 0;
    }

    /** Returns whether a closing frame was written. */
    boolean isClosingFrameWritten() {
        return closingFrameWritten;
    }

    /** Returns whether a frame that begins with {@code first} closes the WebSocket. */
    static boolean isClosingFrame(byte first) {
        return (first & 0xFF) == FINAL_CLOSE;
    }

    /** The thread that writes, once it has written something. */
    @Nullable
    Thread writer() {
        return writer;
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public boolean isClosed() {
        return socket.isClosed();
    }

    /** Takes no lock: the last write may block until another thread closes the connection beneath. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void close() throws IOException {
        if (Thread.currentThread() == writer) {
            beforeClose.run();
        }
        socket.close();
        super.close();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        socket.setTcpNoDelay(on);
    }

    @Override
    public void setReuseAddress(boolean on) {
        // of no use to a client's socket that is connected
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return socket.getLocalSocketAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return socket.getRemoteSocketAddress();
    }

    /** Stamps every read and keeps the beginning of the first. */
    private final class WatchedInput extends FilterInputStream {
        private int headBytes;
        private boolean lineEmpty;
        private boolean headOver;

        WatchedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int bytes = in.read(target, offset, length);
            readNs = clock.nowNs();
            if (bytes > 0 && statusLine.length() < STATUS_END) {
                int wanted = Math.min(bytes, STATUS_END - statusLine.length());
                statusLine.append(new String(target, offset, wanted, StandardCharsets.ISO_8859_1));
            }
            countHead(target, offset, bytes);
            return bytes;
        }

        /** The library keeps the answer to the handshake until it is whole, however long it is. */
        private void countHead(byte[] source, int offset, int bytes) throws IOException {
            for (int at = offset; at < offset + bytes && !headOver; at++) {
                if (++headBytes > MOST_HEAD_BYTES) {
                    throw new IOException("its answer to the handshake is longer than 64 kB");
                }
                headOver = source[at] == '\n' && lineEmpty;
                lineEmpty = source[at] == '\n' || (lineEmpty && source[at] == '\r');
            }
        }
    }

    /**
     * Java-WebSocket writes one frame, or the handshake, at a time. Where a write fails it would end the connection, though the server's
     * closing frame may lie unread in the socket: here it does not learn of it, and the reading thread comes to the end by itself.
     */
    private final class WatchedOutput extends FilterOutputStream {
        private final Written written;
        private final LongConsumer framed;

        WatchedOutput(OutputStream out, Written written, LongConsumer framed) {
            super(out);
            this.written = written;
            this.framed = framed;
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            if (writer == null) {
                writer = Thread.currentThread();
            }
            boolean done = isWritten(source, offset, length);
            int first = length == 0 ? 0 : source[offset] & 0xFF;
            if (first == FINAL_TEXT || first == PONG) {
                framed.accept(length);
            }
            if (done && first == FINAL_CLOSE) {
                closingFrameWritten = true;
            }
            if (done && first == FINAL_TEXT) {
                written.at(clock.nowNs());
            }
        }

        private boolean isWritten(byte[] source, int offset, int length) {
            try {
                out.write(source, offset, length);
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
