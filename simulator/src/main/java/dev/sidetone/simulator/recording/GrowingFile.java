package dev.sidetone.simulator.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file that is written from front to back through a buffer, and whose beginning can be patched. Owned by {@link CallFolder}. */
final class GrowingFile implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private long bytes;

    GrowingFile(Path path) throws IOException {
        this(PrivateFiles.file(path));
    }

    GrowingFile(FileChannel channel) {
        this.channel = channel;
    }

    /** The file's length, with what is still buffered. */
    long bytes() {
        return bytes;
    }

    void append(byte[] more) throws IOException {
        int from = 0;
        while (from < more.length) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int part = Math.min(buffer.remaining(), more.length - from);
            buffer.put(more, from, part);
            from += part;
        }
        bytes += more.length;
    }

    void appendLine(String line) throws IOException {
        append((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Overwrites bytes at {@code position}, which have been flushed before. */
    void patch(long position, byte[] with) throws IOException {
        ByteBuffer patch = ByteBuffer.wrap(with);
        while (patch.hasRemaining()) {
            channel.write(patch, position + patch.position());
        }
    }

    /** Hands what is buffered to the system, where it survives this process. */
    void flush() throws IOException {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } finally {
            buffer.compact();
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
        }
    }
}
