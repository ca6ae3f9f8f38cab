package dev.sidetone.bridge.audio;

/**
 * Measures the level of mu-law audio in dBm0, and decides when it counts as speech.
 *
 * <p>0 dBm0 is the level of a sine 3.17 dB below mu-law's full scale (ITU-T G.711, its digital milliwatt). Every judgement of "voiced" and "audible" in the
 * project uses {@link #AUDIBLE_DBM0} on windows of {@link #WINDOW} samples that lie on the frame grid. Stateless, for any thread.
 */
public final class SpeechEnergy {
    /** 10 ms at 8 kHz: two windows fill a frame. */
    public static final int WINDOW = 80;
    /** Above this a window is audible. */
    public static final float AUDIBLE_DBM0 = -45f;
    /** The level of exact silence, in place of minus infinity. */
    public static final float FLOOR_DBM0 = -90f;

    /** The peak of G.711's loudest sine, 8159 of its 14 bits, on the 16-bit scale; the codes themselves end at 32124. */
    private static final double FULL_SCALE_PEAK = 8159 * 4;

    private static final double FULL_SCALE_SINE_POWER = FULL_SCALE_PEAK * FULL_SCALE_PEAK / 2;
    private static final float FULL_SCALE_SINE_DBM0 = 3.17f;
    private static final double[] POWER = new double[256];

    static {
        for (int code = 0; code < 256; code++) {
            double sample = Mulaw.decode((byte) code);
            POWER[code] = sample * sample / FULL_SCALE_SINE_POWER;
        }
    }

    private SpeechEnergy() {}

    /** The level of {@code length} codes from {@code offset}, at least {@link #FLOOR_DBM0}. */
    public static float dbm0(byte[] mulaw, int offset, int length) {
        double sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += POWER[mulaw[i] & 0xFF];
        }
        if (sum == 0) {
            return FLOOR_DBM0;
        }
        return Math.max(FLOOR_DBM0, (float) (10 * Math.log10(sum / length)) + FULL_SCALE_SINE_DBM0);
    }

    /** True when a level counts as speech or, at the ear, as audible. */
    public static boolean isAudible(float dbm0) {
        return dbm0 > AUDIBLE_DBM0;
    }
}
