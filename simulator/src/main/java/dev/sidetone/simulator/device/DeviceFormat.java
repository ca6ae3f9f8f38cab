package dev.sidetone.simulator.device;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.List;

/**
 * An audio format in which a sound card is opened: signed 16-bit, little-endian, channels interleaved.
 *
 * @param rateHz the sample rate, a multiple of 100
 * @param channels 1, or 2 with the same sound unless it is opened for two voices
 */
record DeviceFormat(int rateHz, int channels) {
    /** The formats in the order they are tried: the line's own, then multiples of its rate, one channel before two. */
    static final List<DeviceFormat> PREFERRED = List.of(
            new DeviceFormat(LineFrame.RATE_HZ, 1),
            new DeviceFormat(16_000, 1),
            new DeviceFormat(48_000, 1),
            new DeviceFormat(16_000, 2),
            new DeviceFormat(48_000, 2),
            new DeviceFormat(44_100, 1),
            new DeviceFormat(44_100, 2));

    /** Samples of one transfer at the line's rate: 2.5 ms, so that the fill of a ring is known precisely. */
    static final int LINE_CHUNK = 20;

    static final int BUFFER_MS = 40;

    int bytesPerSample() {
        return 2 * channels;
    }

    /** Bytes of one transfer: {@link #LINE_CHUNK} at the card's rate, rounded down. */
    int chunkBytes() {
        return rateHz * LINE_CHUNK / LineFrame.RATE_HZ * bytesPerSample();
    }

    /** Bytes of the card's own buffer, 40 ms: Java's default of half a second would add that much delay. */
    int bufferBytes() {
        return rateHz * BUFFER_MS / 1000 * bytesPerSample();
    }

    /** Averages the channels. */
    short[] toMono(byte[] bytes, int length) {
        short[] mono = new short[length / bytesPerSample()];
        for (int i = 0, at = 0; i < mono.length; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++, at += 2) {
                sum += (short) ((bytes[at + 1] << 8) | (bytes[at] & 0xFF));
            }
            mono[i] = (short) (sum / channels);
        }
        return mono;
    }

    /** Copies the sound to every channel. */
    byte[] fromMono(short[] mono) {
        byte[] bytes = new byte[mono.length * bytesPerSample()];
        int at = 0;
        for (short sample : mono) {
            for (int channel = 0; channel < channels; channel++, at += 2) {
                bytes[at] = (byte) sample;
                bytes[at + 1] = (byte) (sample >> 8);
            }
        }
        return bytes;
    }

    /** Puts one sound on each of two channels, or their mix on one; both are equally long. */
    byte[] fromStereo(short[] left, short[] right) {
        byte[] bytes = new byte[left.length * bytesPerSample()];
        for (int i = 0, at = 0; i < left.length; i++) {
            for (int channel = 0; channel < channels; channel++, at += 2) {
                int sample = channels == 1 ? mixed(left[i], right[i]) : channel == 0 ? left[i] : right[i];
                bytes[at] = (byte) sample;
                bytes[at + 1] = (byte) (sample >> 8);
            }
        }
        return bytes;
    }

    private static int mixed(short one, short other) {
        return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, one + other));
    }
}
