package dev.sidetone.bridge.audio;

/**
 * G.711 mu-law as 8-bit codes against linear 16-bit samples (-32124..32124), by table.
 *
 * <p>Encoding a decoded code gives the same code back, but for 0x7F (negative zero), which becomes 0xFF: both are silence. Stateless,
 * for any thread. Source: ITU-T G.711, table 2a/2b.
 */
public final class Mulaw {
    /** The code of silence, which pads short frames. */
    public static final byte SILENCE = (byte) 0xFF;

    private static final int BIAS = 0x84;
    private static final int CLIP = 32635;
    private static final short[] TO_LINEAR = new short[256];
    private static final byte[] FROM_LINEAR = new byte[1 << 16];

    static {
        for (int code = 0; code < 256; code++) {
            TO_LINEAR[code] = expand(code);
        }
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            FROM_LINEAR[sample & 0xFFFF] = compress(sample);
        }
    }

    private Mulaw() {}

    /** One code as a linear sample. */
    public static short decode(byte code) {
        return TO_LINEAR[code & 0xFF];
    }

    /** One linear sample as a code. */
    public static byte encode(short sample) {
        return FROM_LINEAR[sample & 0xFFFF];
    }

    /** Decodes {@code codes} into {@code samples}, which is at least as long. */
    public static void decode(byte[] codes, short[] samples) {
        for (int i = 0; i < codes.length; i++) {
            samples[i] = TO_LINEAR[codes[i] & 0xFF];
        }
    }

    /** Encodes {@code samples} into {@code codes}, which is at least as long. */
    public static void encode(short[] samples, byte[] codes) {
        for (int i = 0; i < samples.length; i++) {
            codes[i] = FROM_LINEAR[samples[i] & 0xFFFF];
        }
    }

    private static short expand(int code) {
        int bits = ~code & 0xFF;
        int magnitude = ((((bits & 0x0F) << 3) + BIAS) << ((bits & 0x70) >> 4)) - BIAS;
        return (short) ((bits & 0x80) != 0 ? -magnitude : magnitude);
    }

    private static byte compress(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
        int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
        int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte) ~(sign | (exponent << 4) | mantissa);
    }
}
