package dev.sidetone.simulator.line.sound;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.caller.DtmfTone;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The tones of a telephone network. Stateless, for any thread. */
public final class Tones {
    private static final int RING_SAMPLES = 2 * LineFrame.RATE_HZ;
    private static final int RING_PERIOD_SAMPLES = 6 * LineFrame.RATE_HZ;
    private static final int LOW_HZ = 440;
    private static final int HIGH_HZ = 480;
    private static final double RING_LOUDNESS = 1_500;
    private static final int GAP_SAMPLES = LineFrame.RATE_HZ * 80 / 1000;
    private static final int WAIT_SAMPLES = LineFrame.RATE_HZ / 2;
    private static final byte[] RING_BACK = ring();

    private Tones() {}

    /** Ring-back as in North America, 2 s of tone and 4 s of silence, for {@code frames}. */
    public static Sound ringBack(long frames) {
        return Sound.around(RING_BACK, frames);
    }

    /** The keys' tones in mu-law, one after the other; {@code w} waits half a second and {@code W} a second. */
    public static byte[] keys(String keys) {
        ByteArrayOutputStream mulaw = new ByteArrayOutputStream();
        for (int i = 0; i < keys.length(); i++) {
            char key = keys.charAt(i);
            switch (key) {
                case 'w' -> silence(mulaw, WAIT_SAMPLES);
                case 'W' -> silence(mulaw, 2 * WAIT_SAMPLES);
                default -> key(mulaw, new DtmfTone(key));
            }
        }
        return mulaw.toByteArray();
    }

    private static void key(ByteArrayOutputStream mulaw, DtmfTone tone) {
        while (!tone.isOver()) {
            mulaw.write(Mulaw.encode((short) tone.sample()));
        }
        silence(mulaw, GAP_SAMPLES);
    }

    private static void silence(ByteArrayOutputStream mulaw, int samples) {
        for (int i = 0; i < samples; i++) {
            mulaw.write(Mulaw.SILENCE);
        }
    }

    private static byte[] ring() {
        byte[] mulaw = new byte[RING_PERIOD_SAMPLES];
        Arrays.fill(mulaw, Mulaw.SILENCE);
        for (int n = 0; n < RING_SAMPLES; n++) {
            double at = 2 * Math.PI * n / LineFrame.RATE_HZ;
            mulaw[n] = Mulaw.encode((short) (RING_LOUDNESS * (Math.sin(LOW_HZ * at) + Math.sin(HIGH_HZ * at))));
        }
        return mulaw;
    }
}
