package dev.sidetone.bridge.audio;

/**
 * Converts between G.711 A-law's 8-bit codes and linear 16-bit samples, by table. The line itself never carries it; recordings and agents' wires do.
 * Encoding a decoded code gives the same code back. Stateless, for any thread. Source: ITU-T G.711, table 1a/1b.
 */
public final class Alaw {
    private static final int EVEN_BITS = 0x55;
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

    private Alaw() {}

    /** One code as a linear sample. */
    public static short decode(byte code) {
        return TO_LINEAR[code & 0xFF];
    }

    /** One linear sample as a code. */
    public static byte encode(short sample) {
        return FROM_LINEAR[sample & 0xFFFF];
    }

    private static short expand(int code) {
        int bits = code ^ EVEN_BITS;
        int exponent = (bits & 0x70) >> 4;
        int magnitude = ((bits & 0x0F) << 4) + 8;
        if (exponent > 0) {
            magnitude = (magnitude + 0x100) << (exponent - 1);
        }
        return (short) ((bits & 0x80) != 0 ? magnitude : -magnitude);
    }

    private static byte compress(int sample) {
        int sign = sample < 0 ? 0 : 0x80;
        int magnitude = sample < 0 ? -sample - 1 : sample;
        int exponent = Math.max(0, 31 - Integer.numberOfLeadingZeros(Math.max(1, magnitude)) - 7);
        int mantissa = exponent == 0 ? magnitude >> 4 : magnitude >> (exponent + 3);
        return (byte) ((sign | (exponent << 4) | (mantissa & 0x0F)) ^ EVEN_BITS);
    }
}
