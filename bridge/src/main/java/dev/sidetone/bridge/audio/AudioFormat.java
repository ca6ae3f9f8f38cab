package dev.sidetone.bridge.audio;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding of an agent's audio, one channel: the line's own mu-law, or 16-bit little-endian samples at some rate.
 *
 * @param mulaw true for mu-law, which is always at 8 kHz
 * @param rateHz samples per second
 */
public record AudioFormat(boolean mulaw, int rateHz) {
    /** The line's own, which passes through a bridge untouched. */
    public static final AudioFormat MULAW = new AudioFormat(true, LineFrame.RATE_HZ);

    private static final Pattern PCM16 = Pattern.compile("pcm16@(8000|16000|24000)");

    public AudioFormat {
        if (rateHz <= 0 || (mulaw && rateHz != LineFrame.RATE_HZ)) {
            throw new IllegalArgumentException("no audio at " + rateHz + " Hz" + (mulaw ? " in mu-law" : ""));
        }
    }

    /** Linear samples at {@code rateHz}. */
    public static AudioFormat pcm16(int rateHz) {
        return new AudioFormat(false, rateHz);
    }

    /** Reads {@code mulaw} or {@code pcm16@RATE}, as settings write it; nothing when it is neither. */
    public static Optional<AudioFormat> of(String text) {
        Matcher pcm = PCM16.matcher(text);
        if (pcm.matches()) {
            return Optional.of(pcm16(Integer.parseInt(pcm.group(1))));
        }
        return text.equals("mulaw") ? Optional.of(MULAW) : Optional.empty();
    }

    @Override
    public String toString() {
        return mulaw ? "mulaw" : "pcm16@" + rateHz;
    }
}
