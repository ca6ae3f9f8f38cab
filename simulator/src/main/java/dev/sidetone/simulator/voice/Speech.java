package dev.sidetone.simulator.voice;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.MulawChunk;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One utterance: its text and its mu-law audio. Immutable, for any thread. */
public final class Speech {
    /** The usual tone. */
    public static final int TONE_HZ = 440;

    /** The level of a talker, see {@link LevelNormalizer}: a sine at full scale is 3.17 dBm0. */
    private static final double TONE_PEAK = 32636 * Math.pow(10, (LevelNormalizer.ACTIVE_DBM0 - 3.17) / 20);

    private final String text;
    private final byte[] mulaw;

    private Speech(String text, byte[] mulaw) {
        this.text = text;
        this.mulaw = mulaw;
    }

    /** Creates an utterance; {@code mulaw} is copied. */
    public static Speech of(String text, byte[] mulaw) {
        return new Speech(text, mulaw.clone());
    }

    /** Creates a steady tone at a talker's level, without text, audible from its first to its last window. */
    public static Speech tone(long ms) {
        return tone(ms, TONE_HZ);
    }

    /** The same at {@code hz}. */
    public static Speech tone(long ms, int hz) {
        byte[] codes = new byte[Math.toIntExact(ms * LineFrame.RATE_HZ / 1000)];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Mulaw.encode((short) Math.round(TONE_PEAK * Math.sin(2 * Math.PI * hz * i / LineFrame.RATE_HZ)));
        }
        return new Speech("", codes);
    }

    /** Joins utterances without a pause. */
    public static Speech joined(List<Speech> parts) {
        byte[] all = new byte[parts.stream().mapToInt(Speech::bytes).sum()];
        int at = 0;
        for (Speech part : parts) {
            System.arraycopy(part.mulaw, 0, all, at, part.mulaw.length);
            at += part.mulaw.length;
        }
        return new Speech(parts.stream().map(Speech::text).collect(Collectors.joining(" ")), all);
    }

    /** The text, empty for a tone. */
    public String text() {
        return text;
    }

    /** The number of mu-law bytes, which equals the number of samples. */
    public int bytes() {
        return mulaw.length;
    }

    /** The duration, ms. */
    public double ms() {
        return mulaw.length * 1000.0 / LineFrame.RATE_HZ;
    }

    /** Returns a copy of the audio. */
    public byte[] mulaw() {
        return mulaw.clone();
    }

    /** The bytes from {@code from}, inclusive, to {@code to}, exclusive. */
    public MulawChunk chunk(int from, int to) {
        return MulawChunk.of(Arrays.copyOfRange(mulaw, from, to));
    }

    @Override
    public String toString() {
        return String.format("Speech[%.0f ms: %s]", ms(), text);
    }
}
