package dev.sidetone.bridge.audio;

import java.util.Arrays;

/** 20 ms of telephone audio: {@value #BYTES} mu-law bytes at 8 kHz. Immutable, for any thread. */
public final class LineFrame {
    /** Bytes, and samples, in one frame. */
    public static final int BYTES = 160;
    /** The duration of one frame, in milliseconds. */
    public static final int MS = 20;
    /** The duration of one frame, in nanoseconds. */
    public static final long NS = MS * 1_000_000L;
    /** Samples, and bytes, of one second of the line. */
    public static final int RATE_HZ = 8_000;
    /** The duration of one sample, in nanoseconds. */
    public static final long SAMPLE_NS = 1_000_000_000L / RATE_HZ;

    /** 20 ms of silence. */
    public static final LineFrame SILENCE = silence();

    private final byte[] mulaw;

    /** The levels of both halves, each measured when it is first asked for: many ask. Any thread finds the same. */
    private float firstDbm0 = Float.NaN;

    private float secondDbm0 = Float.NaN;

    private LineFrame(byte[] mulaw) {
        this.mulaw = mulaw;
    }

    /**
     * Wraps {@code mulaw} without copying it: the caller must not use it any more.
     *
     * @throws IllegalArgumentException unless it is exactly {@value #BYTES} bytes
     */
    public static LineFrame of(byte[] mulaw) {
        if (mulaw.length != BYTES) {
            throw new IllegalArgumentException("a line frame has " + BYTES + " bytes, not " + mulaw.length);
        }
        return new LineFrame(mulaw);
    }

    /** Encodes {@value #BYTES} linear samples. */
    public static LineFrame ofPcm(short[] samples) {
        byte[] codes = new byte[samples.length];
        Mulaw.encode(samples, codes);
        return of(codes);
    }

    /** The 160 codes, in a fresh array. */
    public byte[] mulaw() {
        return mulaw.clone();
    }

    /** The code of one sample, {@code index} in 0..159. */
    public byte code(int index) {
        return mulaw[index];
    }

    /** Decodes into {@code samples}, at least 160 long. */
    public void toPcm(short[] samples) {
        Mulaw.decode(mulaw, samples);
    }

    /** The level of {@code length} codes from {@code offset}, in dBm0; see {@link SpeechEnergy}. */
    public float dbm0(int offset, int length) {
        return SpeechEnergy.dbm0(mulaw, offset, length);
    }

    /** The level of one 10 ms half, {@code half} 0 or 1, in dBm0; see {@link SpeechEnergy}. */
    public float dbm0(int half) {
        float known = half == 0 ? firstDbm0 : secondDbm0;
        if (!Float.isNaN(known)) {
            return known;
        }
        float measured = SpeechEnergy.dbm0(mulaw, half * SpeechEnergy.WINDOW, SpeechEnergy.WINDOW);
        if (half == 0) {
            firstDbm0 = measured;
        } else {
            secondDbm0 = measured;
        }
        return measured;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineFrame frame && Arrays.equals(mulaw, frame.mulaw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(mulaw);
    }

    @Override
    public String toString() {
        return String.format("LineFrame[%.0f %.0f dBm0]", dbm0(0), dbm0(1));
    }

    private static LineFrame silence() {
        byte[] codes = new byte[BYTES];
        Arrays.fill(codes, Mulaw.SILENCE);
        return new LineFrame(codes);
    }
}
