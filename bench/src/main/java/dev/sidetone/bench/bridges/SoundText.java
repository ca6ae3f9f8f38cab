package dev.sidetone.bench.bridges;

import java.util.Arrays;
import java.util.Base64;

/** Sound as base64, from and to bytes of messages. One thread. */
final class SoundText {
    private final Base64.Encoder encoder = Base64.getEncoder();
    private final Base64.Decoder decoder = Base64.getDecoder();
    private byte[] text = {};

    /** Appends the first {@code length} bytes of {@code sound} to the message that was begun. */
    void encode(byte[] sound, int length, LoadBuffers to) {
        int needed = (length + 2) / 3 * 4;
        if (text.length < needed) {
            text = new byte[needed];
        }
        to.add(text, encoder.encode(Arrays.copyOf(sound, length), text));
    }

    /** Decodes what lies in {@code bytes}; IllegalArgumentException when it is not base64. */
    byte[] decode(byte[] bytes, int from, int to) {
        return decoder.decode(Arrays.copyOfRange(bytes, from, to));
    }
}
