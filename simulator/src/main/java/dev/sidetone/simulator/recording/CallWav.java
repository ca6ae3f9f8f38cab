package dev.sidetone.simulator.recording;

import dev.sidetone.bridge.audio.LineFrame;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * {@code call.wav}: 16-bit PCM, stereo, 8 kHz; left what the caller said, right what the caller heard; of a call
 * that is measured at the bridge what was sent, as its comment states.
 *
 * <p>Both lie where they belong in time: the frame said at a tick is the 20 ms before it and the frame heard is the 20 ms after it, so a
 * time to first audio can be read off in any audio editor. The header is right after every flush. Owned by {@link CallFolder}.
 */
final class CallWav implements Closeable {
    static final int BYTES_PER_SAMPLE = 4;

    /** A recording has three before its sound. */
    private static final int MOST_CHUNKS = 64;

    private static final int RIFF_SIZE_AT = 4;
    private static final int FORMAT_BYTES = 36;
    /** A stall of the machine longer than this is shortened: a night's sleep is not worth a gigabyte of silence. */
    private static final long MOST_SILENCE_FRAMES = 50 * 60;

    private final GrowingFile file;
    private final int headerBytes;
    private final short[] left = new short[LineFrame.BYTES];
    private final short[] right = new short[LineFrame.BYTES];
    private LineFrame heardBefore = LineFrame.SILENCE;
    private long lastTickNs = Long.MIN_VALUE;

    /** @param comment what players show of the file, or empty */
    CallWav(Path path, String comment) throws IOException {
        this.file = new GrowingFile(path);
        byte[] header = header(comment);
        this.headerBytes = header.length;
        file.append(header);
        flush();
    }

    /** Appends what was said and heard at a tick; ticks that were given up before it are silent. Returns the sample at which it was said. */
    long append(long tickNs, LineFrame said, LineFrame heard) throws IOException {
        long givenUp = lastTickNs == Long.MIN_VALUE ? 0 : Math.round((double) (tickNs - lastTickNs) / LineFrame.NS) - 1;
        for (long i = 0; i < Math.min(givenUp, MOST_SILENCE_FRAMES); i++) {
            frame(LineFrame.SILENCE, LineFrame.SILENCE);
        }
        lastTickNs = tickNs;
        long sample = samples();
        frame(said, heard);
        return sample;
    }

    private void frame(LineFrame said, LineFrame heard) throws IOException {
        said.toPcm(left);
        heardBefore.toPcm(right);
        heardBefore = heard;
        ByteBuffer pcm = ByteBuffer.allocate(LineFrame.BYTES * BYTES_PER_SAMPLE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < LineFrame.BYTES; i++) {
            pcm.putShort(left[i]).putShort(right[i]);
        }
        file.append(pcm.array());
    }

    long bytes() {
        return file.bytes();
    }

    private long samples() {
        return (file.bytes() - headerBytes) / BYTES_PER_SAMPLE;
    }

    void flush() throws IOException {
        file.flush();
        file.patch(RIFF_SIZE_AT, size(file.bytes() - RIFF_SIZE_AT - Integer.BYTES));
        file.patch(headerBytes - Integer.BYTES, size(file.bytes() - headerBytes));
    }

    @Override
    public void close() throws IOException {
        try (file) {
            if (lastTickNs != Long.MIN_VALUE) {
                frame(LineFrame.SILENCE, LineFrame.SILENCE);
            }
            flush();
        }
    }

    /** Sizes are unsigned 32-bit; a longer file holds the largest size and is read by its length. */
    private static byte[] size(long bytes) {
        int size = (int) Math.min(bytes, 0xFFFFFFFFL);
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size)
                .array();
    }

    /** The position at which the sound begins in the file that {@code in} reads from its start; {@code in} is left there. */
    static void skipHeader(InputStream in) throws IOException {
        byte[] chunk = new byte[2 * Integer.BYTES];
        in.skipNBytes(3 * Integer.BYTES);
        for (int i = 0; i < MOST_CHUNKS && in.readNBytes(chunk, 0, chunk.length) == chunk.length; i++) {
            if (new String(chunk, 0, Integer.BYTES, StandardCharsets.US_ASCII).equals("data")) {
                return;
            }
            int size = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).getInt(Integer.BYTES);
            in.skipNBytes(Integer.toUnsignedLong(size));
        }
        throw new IOException("the file has no sound");
    }

    private static byte[] header(String comment) {
        byte[] list = comment.isEmpty() ? new byte[0] : list(ascii(comment));
        return ByteBuffer.allocate(FORMAT_BYTES + list.length + 2 * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(FORMAT_BYTES + list.length)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(LineFrame.RATE_HZ)
                .putInt(LineFrame.RATE_HZ * BYTES_PER_SAMPLE)
                .putShort((short) BYTES_PER_SAMPLE)
                .putShort((short) 16)
                .put(list)
                .put(ascii("data"))
                .putInt(0)
                .array();
    }

    /** A comment as RIFF keeps it: closed by a zero, of even length. */
    private static byte[] list(byte[] comment) {
        int textBytes = (comment.length + 2) / 2 * 2;
        return ByteBuffer.allocate(5 * Integer.BYTES + textBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("LIST"))
                .putInt(3 * Integer.BYTES + textBytes)
                .put(ascii("INFOICMT"))
                .putInt(textBytes)
                .put(comment)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
