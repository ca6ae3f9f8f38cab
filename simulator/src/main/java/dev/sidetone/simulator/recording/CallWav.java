package dev.sidetone.simulator.recording;

import dev.sidetone.bridge.audio.LineFrame;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * {@code call.wav}: 16-bit PCM, stereo, 8 kHz; left what the caller said, right what the caller heard.
 *
 * <p>Both lie where they belong in time: the frame said at a tick is the 20 ms before it and the frame heard is the 20 ms after it, so a
 * time to first audio can be read off in any audio editor. The header is right after every flush. Owned by {@link CallFolder}.
 */
final class CallWav implements Closeable {
    static final int HEADER_BYTES = 44;
    static final int BYTES_PER_SAMPLE = 4;

    private static final int RIFF_SIZE_AT = 4;
    private static final int DATA_SIZE_AT = 40;
    /** A stall of the machine longer than this is shortened: a night's sleep is not worth a gigabyte of silence. */
    private static final long MOST_SILENCE_FRAMES = 50 * 60;

    private final GrowingFile file;
    private final short[] left = new short[LineFrame.BYTES];
    private final short[] right = new short[LineFrame.BYTES];
    private LineFrame heardBefore = LineFrame.SILENCE;
    private long lastTickNs = Long.MIN_VALUE;

    CallWav(Path path) throws IOException {
        this.file = new GrowingFile(path);
        file.append(header());
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
        return (file.bytes() - HEADER_BYTES) / BYTES_PER_SAMPLE;
    }

    void flush() throws IOException {
        file.flush();
        file.patch(RIFF_SIZE_AT, size(file.bytes() - RIFF_SIZE_AT - Integer.BYTES));
        file.patch(DATA_SIZE_AT, size(file.bytes() - HEADER_BYTES));
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

    /** Sizes are unsigned 32-bit; a longer file says the most it can and is read by its length. */
    private static byte[] size(long bytes) {
        int size = (int) Math.min(bytes, 0xFFFFFFFFL);
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size)
                .array();
    }

    private static byte[] header() {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(HEADER_BYTES - RIFF_SIZE_AT - Integer.BYTES)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(LineFrame.RATE_HZ)
                .putInt(LineFrame.RATE_HZ * BYTES_PER_SAMPLE)
                .putShort((short) BYTES_PER_SAMPLE)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(0)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
