package dev.sidetone.simulator.voice;

import com.sun.speech.freetts.audio.AudioPlayer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import org.jspecify.annotations.Nullable;

/**
 * Collects in memory what FreeTTS plays. FreeTTS's output thread writes; {@link SpeechSynthesizer} reads after that thread has finished. It
 * names {@code AudioFormat} because FreeTTS's interface does; it uses no sound device.
 */
final class MemoryAudioPlayer implements AudioPlayer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile @Nullable AudioFormat format;

    /** Returns and removes the collected samples (FreeTTS plays big-endian 16-bit audio). */
    short[] take() {
        ByteBuffer pcm = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.BIG_ENDIAN);
        bytes.reset();
        short[] samples = new short[pcm.remaining() / 2];
        pcm.asShortBuffer().get(samples);
        return samples;
    }

    /** The sample rate, or 0 before anything was played. */
    int rateHz() {
        AudioFormat known = format;
        return known == null ? 0 : Math.round(known.getSampleRate());
    }

    @Override
    public void setAudioFormat(AudioFormat format) {
        this.format = format;
    }

    @Override
    public @Nullable AudioFormat getAudioFormat() {
        return format;
    }

    @Override
    public boolean write(byte[] audio) {
        return write(audio, 0, audio.length);
    }

    @Override
    public boolean write(byte[] audio, int offset, int size) {
        bytes.write(audio, offset, size);
        return true;
    }

    @Override
    public void begin(int size) {}

    @Override
    public boolean end() {
        return true;
    }

    @Override
    public boolean drain() {
        return true;
    }

    @Override
    public void cancel() {}

    @Override
    public void reset() {}

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void close() {}

    @Override
    public float getVolume() {
        return 1;
    }

    @Override
    public void setVolume(float volume) {}

    @Override
    public long getTime() {
        return 0;
    }

    @Override
    public void resetTime() {}

    @Override
    public void startFirstSampleTimer() {}

    @Override
    public void showMetrics() {}
}
