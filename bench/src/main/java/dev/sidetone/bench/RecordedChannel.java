package dev.sidetone.bench;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.sound.SoundReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One channel of sound at 8 kHz from a file: a WAV, or headerless 16-bit little-endian mono samples at 8 kHz. In the recording of a call the
 * first channel is what the caller said, the last what the caller heard.
 */
final class RecordedChannel {
    static final int RATE_HZ = LineFrame.RATE_HZ;

    private final short[] samples;

    RecordedChannel(short[] samples) {
        this.samples = samples;
    }

    static RecordedChannel firstChannel(Path file) throws IOException {
        return isWav(file) ? new RecordedChannel(SoundReader.firstChannel(file)) : headerless(file);
    }

    static RecordedChannel lastChannel(Path file) throws IOException {
        return isWav(file) ? new RecordedChannel(SoundReader.lastChannel(file)) : headerless(file);
    }

    short[] samples() {
        return samples;
    }

    private static boolean isWav(Path file) throws IOException {
        return SoundReader.kind(Files.readAllBytes(file)).equals("WAV");
    }

    private static RecordedChannel headerless(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        short[] samples = new short[bytes.remaining() / 2];
        bytes.asShortBuffer().get(samples);
        return new RecordedChannel(samples);
    }
}
