package dev.sidetone.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * One channel of 16-bit audio from a file: a WAV with any number of channels, or headerless little-endian mono samples at 8 kHz. In the
 * recording of a call the first channel is what the caller said, the last what the caller heard.
 */
final class RecordedChannel {
    private static final int LINE_RATE_HZ = 8000;

    private final short[] samples;
    private final int rateHz;

    RecordedChannel(short[] samples, int rateHz) {
        this.samples = samples;
        this.rateHz = rateHz;
    }

    static RecordedChannel firstChannel(Path file) throws IOException {
        return read(file, true);
    }

    static RecordedChannel lastChannel(Path file) throws IOException {
        return read(file, false);
    }

    private static RecordedChannel read(Path file, boolean first) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean wav = bytes.length >= 4 && bytes[0] == 'R' && bytes[1] == 'I' && bytes[2] == 'F' && bytes[3] == 'F';
        return wav ? readWav(file, bytes, first) : new RecordedChannel(samples(bytes, 1, 0), LINE_RATE_HZ);
    }

    short[] samples() {
        return samples;
    }

    int rateHz() {
        return rateHz;
    }

    private static RecordedChannel readWav(Path file, byte[] bytes, boolean first) throws IOException {
        try (AudioInputStream wav = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes))) {
            AudioFormat format = wav.getFormat();
            if (format.getSampleSizeInBits() != 16 || format.isBigEndian()) {
                throw new IOException(file + " is " + format + ", not 16-bit PCM");
            }
            int channels = format.getChannels();
            short[] samples = samples(wav.readAllBytes(), channels, first ? 0 : channels - 1);
            return new RecordedChannel(samples, (int) format.getSampleRate());
        } catch (UnsupportedAudioFileException e) {
            throw new IOException(file + " is no WAV that can be read", e);
        }
    }

    private static short[] samples(byte[] bytes, int channels, int channel) {
        ShortBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        short[] samples = new short[all.remaining() / channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = all.get(i * channels + channel);
        }
        return samples;
    }
}
