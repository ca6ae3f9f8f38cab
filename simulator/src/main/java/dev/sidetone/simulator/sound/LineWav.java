package dev.sidetone.simulator.sound;

import dev.sidetone.bridge.audio.LineFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the line's sound as a WAV that every program reads: one channel, 16 bits, 8 kHz. Stateless, for any thread. */
public final class LineWav {
    private static final int HEADER_BYTES = 44;
    private static final int BITS = 16;

    private LineWav() {}

    /** The file's bytes; the same for the same samples. */
    public static byte[] of(short[] samples) {
        int soundBytes = samples.length * Short.BYTES;
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + soundBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(HEADER_BYTES - 2 * Integer.BYTES + soundBytes)
                .put(ascii("WAVEfmt "))
                .putInt(BITS)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(LineFrame.RATE_HZ)
                .putInt(LineFrame.RATE_HZ * Short.BYTES)
                .putShort((short) Short.BYTES)
                .putShort((short) BITS)
                .put(ascii("data"))
                .putInt(soundBytes);
        for (short sample : samples) {
            file.putShort(sample);
        }
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
