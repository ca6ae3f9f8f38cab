package dev.sidetone.simulator.findings.encoding;

import org.jspecify.annotations.Nullable;

/**
 * Recognises what a server sends in place of mu-law, by the bytes of its stream from message to message: containers and compressed sound by
 * their framing, also when their beginning was missed; raw samples by statistics of a second or two. Speech, music, noise, tones and silence
 * in mu-law are never taken for anything else. Allocates nothing after it is made. Owned by one check.
 */
public final class FormatDetector {
    private final Framing framing = new Framing();
    private final SampleStatistics samples = new SampleStatistics();
    private boolean contained;
    private boolean raw;

    /** Takes in the next message; the format that it shows, once for its framing and once for its samples, or else null. */
    public @Nullable SentFormat next(byte[] sent) {
        SentFormat format = contained ? null : framing.next(sent);
        if (format != null) {
            contained = true;
            raw |= format != SentFormat.WAV;
            return format;
        }
        SentFormat statistics = raw ? null : samples.next(sent);
        raw |= statistics != null;
        return statistics;
    }
}
