package dev.sidetone.bridge.audio;

import java.util.Arrays;
import java.util.Base64;

/**
 * Mu-law audio of any length as it was received: its base64 text, which is passed on unchanged, and its number of bytes.
 *
 * @param base64 standard base64 with padding, never checked here
 * @param bytes the number of mu-law bytes it decodes to, which is also the number of samples
 */
public record MulawChunk(String base64, int bytes) {
    private static final byte NONE = -1;
    /** The value of each letter of base64, {@link #NONE} of every other character. */
    private static final byte[] SIX_BITS = new byte[128];

    static {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        Arrays.fill(SIX_BITS, NONE);
        for (int i = 0; i < letters.length(); i++) {
            SIX_BITS[letters.charAt(i)] = (byte) i;
        }
    }

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
        if (!isLetters(base64)) {
            throw new IllegalArgumentException("is not base64");
        }
        if (base64.length() % 4 != 0) {
            throw new IllegalArgumentException("is not whole base64");
        }
        return ofBase64(base64);
    }

    /** Whether {@link #ofForeignBase64} takes it. */
    public static boolean isForeignBase64(String base64) {
        return base64.length() % 4 == 0 && isLetters(base64);
    }

    /** Whether there are letters of base64 alone, but for the padding at the end. */
    private static boolean isLetters(String base64) {
        int letters = base64.length() - (base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0);
        int values = 0;
        for (int i = 0; i < letters; i++) {
            char c = base64.charAt(i);
            values |= c < SIX_BITS.length ? SIX_BITS[c] : NONE;
        }
        return values >= 0;
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

    /**
     * Writes the raw mu-law into {@code out} from {@code at} on, where there is room for all {@link #bytes}.
     *
     * @throws IllegalArgumentException if the text is not base64
     */
    public void decode(byte[] out, int at) {
        int letters = base64.length() / 4 * 4 - (bytes % 3 == 0 ? 0 : 4);
        int to = at;
        int values = 0;
        for (int i = 0; i < letters; i += 4) {
            int three = value(i) << 18 | value(i + 1) << 12 | value(i + 2) << 6 | value(i + 3);
            values |= three;
            out[to] = (byte) (three >> 16);
            out[to + 1] = (byte) (three >> 8);
            out[to + 2] = (byte) three;
            to += 3;
        }
        if (values < 0 || base64.length() % 4 != 0) {
            throw new IllegalArgumentException("is not base64");
        }
        if (to < at + bytes) {
            byte[] last = Base64.getDecoder().decode(base64.substring(letters));
            System.arraycopy(last, 0, out, to, last.length);
        }
    }

    private int value(int index) {
        char c = base64.charAt(index);
        return c < SIX_BITS.length ? SIX_BITS[c] : NONE;
    }
}
