package dev.sidetone.bridge.audio;

import java.util.Base64;

/**
 * Mu-law audio of any length as it was received: its base64 text, which is passed on unchanged, and its number of bytes.
 *
 * @param base64 standard base64 with padding, never checked here
 * @param bytes the number of mu-law bytes it decodes to, which is also the number of samples
 */
public record MulawChunk(String base64, int bytes) {

    /** Counts the bytes of {@code base64} by its length and padding, without decoding. */
    public static MulawChunk ofBase64(String base64) {
        int length = base64.length();
        int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
        return new MulawChunk(base64, length / 4 * 3 - padding);
    }

    /** Encodes raw mu-law. */
    public static MulawChunk of(byte[] mulaw) {
        return new MulawChunk(Base64.getEncoder().encodeToString(mulaw), mulaw.length);
    }

    /** Its duration in milliseconds. */
    public double ms() {
        return bytes * 1000.0 / LineFrame.RATE_HZ;
    }

    /**
     * The raw mu-law.
     *
     * @throws IllegalArgumentException if the text is not base64
     */
    public byte[] decode() {
        return Base64.getDecoder().decode(base64);
    }
}
