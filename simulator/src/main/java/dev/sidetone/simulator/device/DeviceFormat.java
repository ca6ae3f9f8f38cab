package dev.sidetone.simulator.device;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.List;

/**
 * How a card is opened: signed 16-bit, little-endian, {@code channels} of it interleaved.
 *
 * @param rateHz a whole number of hundreds
 * @param channels 1, or 2 that carry the same sound
 */
record DeviceFormat(int rateHz, int channels) {
    /** In the order they are tried: the line's own, then those that divide best, a single channel before two. */
    static final List<DeviceFormat> PREFERRED = List.of(
            new DeviceFormat(LineFrame.RATE_HZ, 1),
            new DeviceFormat(16_000, 1),
            new DeviceFormat(48_000, 1),
            new DeviceFormat(16_000, 2),
            new DeviceFormat(48_000, 2),
            new DeviceFormat(44_100, 1),
            new DeviceFormat(44_100, 2));

    /** 2.5 ms of the line: what goes over in one go, small so that the fill of a ring is known finely. */
    static final int LINE_CHUNK = 20;

    private static final int BUFFER_MS = 40;

    int bytesPerSample() {
        return 2 * channels;
    }

    /** What is read in one go: a line chunk at the card's rate, or a little less. */
    int chunkBytes() {
        return rateHz * LINE_CHUNK / LineFrame.RATE_HZ * bytesPerSample();
    }

    /** The card's own buffer: Java's default of half a second would be half a second late. */
    int bufferBytes() {
        return rateHz * BUFFER_MS / 1000 * bytesPerSample();
    }

    /** The middle of all channels. */
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

    /** The same sound on every channel. */
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
}
