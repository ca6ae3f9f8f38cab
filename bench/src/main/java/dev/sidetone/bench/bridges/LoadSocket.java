package dev.sidetone.bench.bridges;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A WebSocket of the load on a channel that does not block, at either end. It costs little: it knows whole messages only. One thread. */
final class LoadSocket {
    static final int TEXT = 1;
    static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LAST = 0x80;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int MASK = 0x5A13C7E9;
    private static final byte[] NONE = {};

    private final SocketChannel channel;
    private final boolean client;
    private final LoadBuffers buffers;
    private Reader reader;
    private byte[] rest = NONE;
    private @Nullable SelectionKey key;
    private @Nullable ByteBuffer unsent;
    private boolean handshaking;

    /** Receives whole messages; they lie in {@code bytes} from {@code from} to {@code to} until it returns. */
    interface Reader {
        void message(LoadSocket socket, int opcode, byte[] bytes, int from, int to, long nowNs) throws IOException;

        /** The head of the request that opens a server's socket. */
        default void request(LoadSocket socket, String head) throws IOException {}
    }

    /** @param handshaking true for a server's socket, whose request has not come yet */
    LoadSocket(SocketChannel channel, boolean client, boolean handshaking, LoadBuffers buffers, Reader reader) {
        this.channel = channel;
        this.client = client;
        this.handshaking = handshaking;
        this.buffers = buffers;
        this.reader = reader;
    }

    void register(SelectionKey with) {
        key = with;
        if (unsent != null) {
            with.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    void readTo(Reader next) {
        reader = next;
    }

    /** Reads what is there; false when the other side has gone. */
    boolean read(long nowNs) throws IOException {
        buffers.in.clear();
        int count = channel.read(buffers.in);
        if (count < 0) {
            return false;
        }
        byte[] bytes = buffers.received;
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        buffers.in.flip();
        buffers.in.get(bytes, rest.length, count);
        int end = rest.length + count;
        int at = 0;
        if (handshaking) {
            at = handshake(bytes, end);
        }
        while (!handshaking) {
            int next = frame(bytes, at, end, nowNs);
            if (next < 0) {
                return false;
            }
            if (next == at) {
                break;
            }
            at = next;
        }
        rest = at == end ? NONE : Arrays.copyOfRange(bytes, at, end);
        return true;
    }

    private int handshake(byte[] bytes, int end) throws IOException {
        String head = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        int blank = head.indexOf("\r\n\r\n");
        if (blank < 0) {
            return 0;
        }
        handshaking = false;
        reader.request(this, head.substring(0, blank));
        return blank + 4;
    }

    /** Returns where the next frame begins; {@code at} when this one is not whole yet, -1 at a closing one. */
    private int frame(byte[] bytes, int at, int end, long nowNs) throws IOException {
        if (end - at < 2) {
            return at;
        }
        boolean masked = bytes[at + 1] < 0;
        int length = bytes[at + 1] & 0x7F;
        int body = at + 2;
        if (length == TWO_BYTES) {
            if (end - at < 4) {
                return at;
            }
            length = ((bytes[at + 2] & 0xFF) << 8) | (bytes[at + 3] & 0xFF);
            body += 2;
        } else if (length == EIGHT_BYTES) {
            if (end - at < 10) {
                return at;
            }
            length = ByteBuffer.wrap(bytes, at + 6, 4).getInt();
            body += 8;
        }
        int from = body + (masked ? 4 : 0);
        if (end - from < length) {
            return at;
        }
        if (masked) {
            for (int i = 0; i < length; i++) {
                bytes[from + i] ^= bytes[body + (i & 3)];
            }
        }
        int opcode = bytes[at] & 0x0F;
        if (opcode == CLOSE) {
            return -1;
        }
        if (opcode == PING) {
            send(PONG, Arrays.copyOfRange(bytes, from, from + length), length);
        } else if (opcode != PONG) {
            reader.message(this, opcode, bytes, from, from + length, nowNs);
        }
        return from + length;
    }

    /** Sends the message that was composed in the shared buffers. */
    void sendText() throws IOException {
        send(TEXT, buffers.text(), buffers.length());
    }

    void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        send(TEXT, bytes, bytes.length);
    }

    void sendRaw(String text) throws IOException {
        buffers.out.clear();
        buffers.out.put(text.getBytes(StandardCharsets.ISO_8859_1));
        write();
    }

    void send(int opcode, byte[] payload, int length) throws IOException {
        ByteBuffer out = buffers.out.clear();
        out.put((byte) (LAST | opcode));
        int mask = client ? 0x80 : 0;
        if (length < TWO_BYTES) {
            out.put((byte) (mask | length));
        } else if (length < 1 << 16) {
            out.put((byte) (mask | TWO_BYTES)).putShort((short) length);
        } else {
            out.put((byte) (mask | EIGHT_BYTES)).putLong(length);
        }
        if (client) {
            out.putInt(MASK);
        }
        int from = out.position();
        out.put(payload, 0, length);
        if (client) {
            mask(out, from, from + length);
        }
        write();
    }

    private static void mask(ByteBuffer out, int from, int to) {
        int at = from;
        for (; at + 4 <= to; at += 4) {
            out.putInt(at, out.getInt(at) ^ MASK);
        }
        for (; at < to; at++) {
            out.put(at, (byte) (out.get(at) ^ (MASK >> (8 * (3 - (at - from) % 4)))));
        }
    }

    /** What the channel does not take is sent once it does, before anything else. */
    private void write() throws IOException {
        ByteBuffer out = buffers.out.flip();
        ByteBuffer before = unsent;
        if (before == null) {
            channel.write(out);
        }
        if (!out.hasRemaining()) {
            return;
        }
        ByteBuffer all = ByteBuffer.allocate(out.remaining() + (before == null ? 0 : before.remaining()));
        if (before != null) {
            all.put(before);
        }
        unsent = all.put(out).flip();
        if (key != null) {
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    /** The channel takes more. */
    void writable() throws IOException {
        ByteBuffer left = unsent;
        if (left != null) {
            channel.write(left);
            if (left.hasRemaining()) {
                return;
            }
        }
        unsent = null;
        if (key != null) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    /** Says good-bye and closes. */
    void close() throws IOException {
        if (channel.isOpen()) {
            send(CLOSE, new byte[] {3, (byte) 0xE8}, 2);
        }
    }

    /** Closes without a word. */
    void drop() throws IOException {
        channel.close();
    }
}
