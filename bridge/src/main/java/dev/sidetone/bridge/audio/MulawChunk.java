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

    /**
     * The same of a text that somebody else wrote.
     *
     * @throws IllegalArgumentException if the text is not base64, whole and with its padding
     */
    public static MulawChunk ofForeignBase64(String base64) {
        int end = base64.length();
        int letters = end - (base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0);
        for (int i = 0; i < letters; i++) {
            if (!isBase64(base64.charAt(i))) {
                throw new IllegalArgumentException("is not base64");
            }
        }
        if (end % 4 != 0) {
            throw new IllegalArgumentException("is not whole base64");
        }
        return ofBase64(base64);
    }

    private static boolean isBase64(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
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
