package dev.sidetone.simulator.sound;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Resampler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a decoder gives: mixes its channels or takes one, resamples it to the line's 8 kHz, and has a bound. One per file, on its reader's
 * thread.
 */
final class LineSamples {
    /** As much as the largest file of mu-law holds; packed sound could go on for days. */
    private static final int MOST_MINUTES = 80;

    private static final int MOST = MOST_MINUTES * 60 * LineFrame.RATE_HZ;
    private static final int CHUNK = 8_192;
    /** No equipment records sound outside these rates, which some kinds of file could name. */
    static final int LEAST_HZ = 4_000;

    static final int MOST_HZ = 192_000;

    private final String name;
    private final Part part;
    private final short[] chunk = new short[CHUNK];
    private short[] all = new short[CHUNK];
    private int filled;
    private int count;
    private int rateHz = LineFrame.RATE_HZ;
    private int channels = 1;
    private @Nullable Resampler resampler;

    /** The part of a sound that is wanted. */
    enum Part {
        MIX,
        FIRST_CHANNEL,
        LAST_CHANNEL
    }

    LineSamples(String name, Part part) {
        this.name = name;
        this.part = part;
    }

    /** What is added from now on is at {@code rate} and has {@code interleaved} channels. */
    void format(int rate, int interleaved) {
        if (rate == rateHz && interleaved == channels) {
            return;
        }
        if (rate < LEAST_HZ || rate > MOST_HZ) {
            throw new IllegalArgumentException(name + " has " + rate + " samples a second, and " + LEAST_HZ + " to "
                    + MOST_HZ + " are read; " + SoundReader.cure(name));
        }
        drain();
        rateHz = rate;
        channels = interleaved;
        resampler = rate == LineFrame.RATE_HZ ? null : new Resampler(rate, LineFrame.RATE_HZ);
    }

    /** Refuses so many frames of all channels before they are decoded, if they would be too much. */
    void expect(long frames) {
        refuseMoreThanMost(count + frames * LineFrame.RATE_HZ / rateHz);
    }

    /** Adds the first {@code length} of {@code interleaved}, whole frames of all channels. */
    void add(short[] interleaved, int length) {
        for (int at = 0; at + channels <= length; at += channels) {
            add(
                    switch (part) {
                        case MIX -> mixed(interleaved, at);
                        case FIRST_CHANNEL -> interleaved[at];
                        case LAST_CHANNEL -> interleaved[at + channels - 1];
                    });
        }
    }

    private short mixed(short[] interleaved, int at) {
        int sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += interleaved[at + channel];
        }
        return (short) (sum / channels);
    }

    /** Adds one sample of the mix. */
    void add(short mixed) {
        chunk[filled++] = mixed;
        if (filled == CHUNK) {
            drain();
        }
    }

    /** The number of channels of what was added last. */
    int channels() {
        return channels;
    }

    /** All of it at 8 kHz. */
    short[] all() {
        drain();
        return Arrays.copyOf(all, count);
    }

    private void drain() {
        short[] line = resampler == null ? Arrays.copyOf(chunk, filled) : resampler.resample(chunk, filled);
        filled = 0;
        refuseMoreThanMost((long) count + line.length);
        if (count + line.length > all.length) {
            all = Arrays.copyOf(all, Math.min(MOST, Math.max(2 * all.length, count + line.length)));
        }
        System.arraycopy(line, 0, all, count, line.length);
        count += line.length;
    }

    private void refuseMoreThanMost(long samples) {
        if (samples > MOST) {
            throw new IllegalArgumentException(name + " holds more than " + MOST_MINUTES
                    + " minutes of sound, and that is the most: "
                    + (part == Part.MIX ? "cut out what the caller says" : "cut it"));
        }
    }
}
