package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;

/** Generates the DTMF tone pair of one telephone key. Owned by one thread. */
public final class DtmfTone {
    private static final String KEYS = "123456789*0#";
    private static final int[] LOW_HZ = {697, 770, 852, 941};
    private static final int[] HIGH_HZ = {1209, 1336, 1477};
    private static final int SAMPLES = LineFrame.RATE_HZ * 120 / 1000;
    private static final int EDGE_SAMPLES = LineFrame.RATE_HZ * 5 / 1000;
    private static final double AMPLITUDE = 3_000;

    private final double lowStep;
    private final double highStep;
    private int next;

    public DtmfTone(char digit) {
        int key = KEYS.indexOf(digit);
        if (key < 0) {
            throw new IllegalArgumentException("no key '" + digit + "'");
        }
        lowStep = 2 * Math.PI * LOW_HZ[key / 3] / LineFrame.RATE_HZ;
        highStep = 2 * Math.PI * HIGH_HZ[key % 3] / LineFrame.RATE_HZ;
    }

    public boolean isOver() {
        return next >= SAMPLES;
    }

    /** Returns the next sample, 0 after the end. The tone fades in and out, because an abrupt edge clicks. */
    public int sample() {
        if (isOver()) {
            return 0;
        }
        int n = next++;
        double edge = Math.min(1, Math.min(n, SAMPLES - 1 - n) / (double) EDGE_SAMPLES);
        return (int) (edge * AMPLITUDE * (Math.sin(n * lowStep) + Math.sin(n * highStep)));
    }
}
