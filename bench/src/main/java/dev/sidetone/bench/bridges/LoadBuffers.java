package dev.sidetone.bench.bridges;

import java.nio.ByteBuffer;

/** The buffers that all sockets of one {@link CallLoad} share: one thread uses them. */
final class LoadBuffers {
    private static final int BYTES = 1 << 19;

    /** What comes from a channel. */
    final ByteBuffer in = ByteBuffer.allocateDirect(BYTES);
    /** What goes to a channel. */
    final ByteBuffer out = ByteBuffer.allocateDirect(BYTES);
    /** The same as {@link #in}, behind what was left of the message before. */
    final byte[] received = new byte[2 * BYTES];

    private final byte[] text = new byte[BYTES];
    /** Sound as it is sent or arrived. */
    final byte[] sound = new byte[BYTES];

    private int length;

    /** Begins a message; {@link #add} goes on with it. */
    LoadBuffers begin() {
        length = 0;
        return this;
    }

    LoadBuffers add(byte[] bytes) {
        return add(bytes, bytes.length);
    }

    LoadBuffers add(byte[] bytes, int count) {
        System.arraycopy(bytes, 0, text, length, count);
        length += count;
        return this;
    }

    /** Adds a number in decimal. */
    LoadBuffers add(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int i = digits - 1; i >= 0; i--) {
            text[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    /** The message that was begun. */
    byte[] text() {
        return text;
    }

    int length() {
        return length;
    }
}
