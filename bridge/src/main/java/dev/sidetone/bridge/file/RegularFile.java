package dev.sidetone.bridge.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads files that somebody else named or wrote: regular ones only, and of each only so much. A pipe would keep its reader waiting, and a device
 * has no end, so neither is opened. Blocks for the disk; stateless, for any thread.
 */
public final class RegularFile {
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    /** A file that is not read for what it is. The message is the rest of a sentence that begins with the file's name. */
    public static final class Unfit extends IOException {
        private static final long serialVersionUID = 1;

        private Unfit(String message) {
            super(message);
        }
    }

    private RegularFile() {}

    /**
     * Reads all of {@code file}.
     *
     * @param most in bytes
     * @throws NoSuchFileException if it is not there
     * @throws Unfit if it is no regular file or has more than {@code most}
     */
    public static byte[] read(Path file, int most) throws IOException {
        try (InputStream in = opened(file, most)) {
            byte[] bytes = in.readNBytes(most);
            // A file may grow, and those of /proc have no length.
            if (in.read() >= 0) {
                throw tooLong(most);
            }
            return bytes;
        }
    }

    /** The same as text in UTF-8; a file that is none cannot be read. */
    public static String readText(Path file, int most) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(read(file, most)))
                .toString();
    }

    /**
     * Opens {@code file} for who reads it piece by piece: the stream ends after {@code most} bytes, however the file grows.
     *
     * @throws NoSuchFileException if it is not there
     * @throws Unfit if it is no regular file or has more than {@code most}
     */
    public static InputStream open(Path file, long most) throws IOException {
        return new Cut(opened(file, most), most);
    }

    private static InputStream opened(Path file, long most) throws IOException {
        if (!Files.isRegularFile(file)) {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            throw new Unfit("is no regular file and cannot be read:"
                    + " a pipe, a device or a folder is not a file, so save what it holds as one");
        }
        if (Files.size(file) > most) {
            throw tooLong(most);
        }
        return Files.newInputStream(file);
    }

    /** Ends after so many bytes. */
    private static final class Cut extends FilterInputStream {
        private long left;

        Cut(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int read = left > 0 ? super.read() : -1;
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int wanted = (int) Math.min(length, left);
            int read = wanted == 0 && length > 0 ? -1 : super.read(into, offset, wanted);
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    private static Unfit tooLong(long most) {
        String bound = most % MIB == 0 ? most / MIB + " MiB" : most % KIB == 0 ? most / KIB + " KiB" : most + " bytes";
        return new Unfit("has more than " + bound + ", which is the most that is read of it");
    }
}
