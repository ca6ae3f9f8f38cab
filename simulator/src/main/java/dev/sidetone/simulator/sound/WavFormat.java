package dev.sidetone.simulator.sound;

import dev.sidetone.bridge.audio.Alaw;
import dev.sidetone.bridge.audio.Mulaw;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The format of a WAV's samples, as its {@code fmt} chunk says. */
record WavFormat(int encoding, int channels, int rateHz, int bits) {
    /** The least that a {@code fmt} chunk has. */
    static final int LEAST_BYTES = 16;

    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int ALAW = 6;
    private static final int MULAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int MOST_CHANNELS = 8;
    private static final Map<Integer, String> NAMES = Map.of(
            PCM,
            "PCM",
            2,
            "Microsoft ADPCM",
            FLOAT,
            "floating point",
            ALAW,
            "A-law",
            MULAW,
            "mu-law",
            0x11,
            "IMA ADPCM",
            0x31,
            "GSM 6.10",
            0x50,
            "MPEG",
            0x55,
            "MP3");

    static WavFormat at(ByteBuffer in, int at, int size) {
        int encoding = in.getShort(at) & 0xFFFF;
        int actual = encoding == EXTENSIBLE && size >= 26 ? in.getShort(at + 24) & 0xFFFF : encoding;
        return new WavFormat(actual, in.getShort(at + 2), in.getInt(at + 4), in.getShort(at + 14));
    }

    /** {@code format}, if there is one that can be decoded. */
    static WavFormat known(@Nullable WavFormat format) throws UnreadSound {
        if (format == null || !format.isKnown()) {
            throw new UnreadSound("is a WAV of a kind that is not read here ("
                    + (format == null ? "it names none" : format.description()) + ")");
        }
        return format;
    }

    private boolean isKnown() {
        boolean known =
                switch (encoding) {
                    case PCM -> bits == 8 || bits == 16 || bits == 24 || bits == 32;
                    case FLOAT -> bits == 32 || bits == 64;
                    case ALAW, MULAW -> bits == 8;
                    default -> false;
                };
        return known
                && channels >= 1
                && channels <= MOST_CHANNELS
                && rateHz >= LineSamples.LEAST_HZ
                && rateHz <= LineSamples.MOST_HZ;
    }

    private String description() {
        return bits + "-bit " + NAMES.getOrDefault(encoding, "encoding " + encoding) + ", " + rateHz + " Hz, "
                + channels + (channels == 1 ? " channel" : " channels");
    }

    /** Decodes {@code size} bytes from {@code from} on; half a sample at the end is dropped. */
    void decode(ByteBuffer in, int from, int size, LineSamples into) {
        into.format(rateHz, channels);
        int bytesEach = bits / 8;
        int frames = size / bytesEach / channels;
        short[] each = new short[channels];
        into.expect(frames);
        for (int frame = 0, at = from; frame < frames; frame++) {
            for (int channel = 0; channel < channels; channel++, at += bytesEach) {
                each[channel] = (short) sample(in, at);
            }
            into.add(each, channels);
        }
    }

    /** One sample; 8-bit PCM is unsigned, and of more than 16 bits the upper ones count. */
    private int sample(ByteBuffer in, int at) {
        return switch (encoding) {
            case MULAW -> Mulaw.decode(in.get(at));
            case ALAW -> Alaw.decode(in.get(at));
            case FLOAT -> clipped(bits == 32 ? in.getFloat(at) : in.getDouble(at));
            default -> bits == 8 ? ((in.get(at) & 0xFF) - 128) << 8 : in.getShort(at + bits / 8 - 2);
        };
    }

    private static int clipped(double value) {
        return (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(value * 32_768)));
    }
}
