package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.Resampler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a WAV file as a {@link Clip}: 16-bit or 8-bit PCM or mu-law, 8 to 48 kHz, up to 8 channels. Mixes the channels and resamples to the
 * line's 8 kHz. Stateless, for any thread.
 */
public final class WavFile {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int ALAW = 6;
    private static final int MULAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int MOST_MIB = 32;
    private static final String CURE = "; a WAV of 16-bit PCM or mu-law, 8 to 48 kHz, is wanted";

    private record Format(int encoding, int channels, int rateHz, int bits) {
        boolean isSupported() {
            boolean known = (encoding == PCM && (bits == 16 || bits == 8)) || (encoding == MULAW && bits == 8);
            return known && channels >= 1 && channels <= 8 && rateHz >= 8_000 && rateHz <= 48_000;
        }

        /** Decodes one sample; 8-bit PCM is unsigned. */
        int sample(ByteBuffer in, int where) {
            if (encoding == MULAW) {
                return Mulaw.decode(in.get(where));
            }
            return bits == 8 ? ((in.get(where) & 0xFF) - 128) << 8 : in.getShort(where);
        }

        String description() {
            String kind =
                    switch (encoding) {
                        case PCM -> "PCM";
                        case MULAW -> "mu-law";
                        case FLOAT -> "floating point";
                        case ALAW -> "A-law";
                        default -> "encoding " + encoding;
                    };
            return bits + "-bit " + kind + ", " + rateHz + " Hz, " + channels
                    + (channels == 1 ? " channel" : " channels");
        }
    }

    private WavFile() {}

    /**
     * Reads all of {@code file}.
     *
     * @throws IllegalArgumentException if the file cannot be used; the message names the file and the reason
     */
    public static Clip read(Path file) {
        byte[] bytes;
        try {
            refuseHuge(file);
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + " is not there", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
        return Clip.of(file.getFileName().toString(), samples(file.toString(), bytes));
    }

    /** The whole file is held in memory, and a running call must not wait for memory. */
    private static void refuseHuge(Path file) throws IOException {
        long mib = Files.size(file) >> 20;
        if (mib >= MOST_MIB) {
            throw new IllegalArgumentException(file + " has " + mib + " MiB, and " + MOST_MIB
                    + " is the most: cut out what the caller says, or save it as mono at 8 kHz");
        }
    }

    /**
     * Decodes a WAV that is in memory to 8 kHz samples.
     *
     * @param name the name used in messages
     * @throws IllegalArgumentException if it cannot be used; the message gives the name and the reason
     */
    public static short[] samples(String name, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 12 || !tag(bytes, 0).equals("RIFF") || !tag(bytes, 8).equals("WAVE")) {
            throw new IllegalArgumentException(name + " is not a WAV file" + CURE);
        }
        Format format = null;
        for (int at = 12; at + 8 <= bytes.length; ) {
            int size = (int) Math.min(in.getInt(at + 4) & 0xFFFFFFFFL, bytes.length - at - 8L);
            if (tag(bytes, at).equals("fmt ") && size >= 16) {
                format = format(in, at + 8, size);
            } else if (tag(bytes, at).equals("data")) {
                return toLine(name, mono(name, in, at + 8, size, format), format);
            }
            at += 8 + size + (size & 1);
        }
        throw new IllegalArgumentException(name + " is a WAV without sound in it" + CURE);
    }

    private static Format format(ByteBuffer in, int at, int size) {
        int encoding = in.getShort(at) & 0xFFFF;
        int actual = encoding == EXTENSIBLE && size >= 26 ? in.getShort(at + 24) & 0xFFFF : encoding;
        return new Format(actual, in.getShort(at + 2), in.getInt(at + 4), in.getShort(at + 14));
    }

    private static short[] mono(String name, ByteBuffer in, int at, int size, @Nullable Format format) {
        if (format == null || !format.isSupported()) {
            throw new IllegalArgumentException(name + " is a WAV of a kind that is not read here ("
                    + (format == null ? "it names none" : format.description()) + ")" + CURE);
        }
        int sampleBytes = format.bits() / 8;
        short[] mixed = new short[size / sampleBytes / format.channels()];
        for (int i = 0; i < mixed.length; i++) {
            int sum = 0;
            for (int channel = 0; channel < format.channels(); channel++) {
                int where = at + (i * format.channels() + channel) * sampleBytes;
                sum += format.sample(in, where);
            }
            mixed[i] = (short) (sum / format.channels());
        }
        return mixed;
    }

    private static short[] toLine(String name, short[] samples, @Nullable Format format) {
        if (samples.length == 0 || format == null) {
            throw new IllegalArgumentException(name + " is empty: there is no sound in it");
        }
        return format.rateHz() == LineFrame.RATE_HZ
                ? samples
                : new Resampler(format.rateHz(), LineFrame.RATE_HZ).resample(samples);
    }

    private static String tag(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.US_ASCII);
    }
}
