package dev.sidetone.bridge.tools;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.MulawChunk;
import java.io.ByteArrayOutputStream;

/**
 * Synthesises telephone signals: DTMF, ring-back and a warning tone. Stateless, for any thread. Source: ITU-T Q.23 and Q.24; the
 * American precise tone plan.
 */
public final class SignalTones {
    private static final String KEYS = "123A456B789C*0#D";
    private static final int[] LOW_HZ = {697, 770, 852, 941};
    private static final int[] HIGH_HZ = {1209, 1336, 1477, 1633};
    private static final int KEY_MS = 120;
    private static final int GAP_MS = 80;
    private static final int PAUSE_MS = 500;
    /** About -9 dBm0 each. */
    private static final double KEY_PEAK = 7_000;
    /** About -19 dBm0 each. */
    private static final double RING_PEAK = 2_200;

    private static final int RING_LOW_HZ = 440;
    private static final int RING_HIGH_HZ = 480;

    private SignalTones() {}

    /** True when every character is a key, or {@code w} for a pause of half a second. */
    public static boolean areKeys(String keys) {
        return keys.chars().allMatch(key -> key == 'w' || KEYS.indexOf(key) >= 0);
    }

    /** The DTMF tones of {@code keys}, one after the other. */
    public static MulawChunk of(String keys) {
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        for (int i = 0; i < keys.length(); i++) {
            int place = KEYS.indexOf(keys.charAt(i));
            if (place < 0) {
                silence(audio, PAUSE_MS);
            } else {
                tones(audio, LOW_HZ[place / HIGH_HZ.length], HIGH_HZ[place % HIGH_HZ.length], KEY_PEAK, KEY_MS);
                silence(audio, GAP_MS);
            }
        }
        return MulawChunk.of(audio.toByteArray());
    }

    /** Ring-back of {@code ms} milliseconds. */
    public static MulawChunk ringBack(int ms) {
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        tones(audio, RING_LOW_HZ, RING_HIGH_HZ, RING_PEAK, ms);
        return MulawChunk.of(audio.toByteArray());
    }

    /** Two short tones that announce the end of the call. */
    public static MulawChunk warning() {
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        for (int i = 0; i < 2; i++) {
            tones(audio, RING_HIGH_HZ, RING_HIGH_HZ, RING_PEAK, KEY_MS);
            silence(audio, KEY_MS);
        }
        return MulawChunk.of(audio.toByteArray());
    }

    private static void tones(ByteArrayOutputStream audio, int lowHz, int highHz, double peak, int ms) {
        for (int i = 0; i < samples(ms); i++) {
            double atS = i / (double) LineFrame.RATE_HZ;
            double sum = Math.sin(2 * Math.PI * lowHz * atS) + Math.sin(2 * Math.PI * highHz * atS);
            audio.write(Mulaw.encode((short) Math.round(peak * sum)));
        }
    }

    private static void silence(ByteArrayOutputStream audio, int ms) {
        for (int i = 0; i < samples(ms); i++) {
            audio.write(Mulaw.SILENCE);
        }
    }

    private static int samples(int ms) {
        return ms * LineFrame.RATE_HZ / 1_000;
    }
}
