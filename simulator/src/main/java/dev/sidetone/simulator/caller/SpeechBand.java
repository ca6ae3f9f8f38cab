package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;

/**
 * One band of the caller's sound, in which a voice stands out where it is clearly louder than the quietest moment of the last 0.8 s: a voice
 * pauses in every band, noise in none. Owned by {@link VoiceDetector}.
 */
final class SpeechBand {
    /** 7 dB: the quietest moment of even noise lies 2 dB below its mean, and single windows vary by some dB. */
    private static final float STANDS_OUT = 5;

    /** The windows over which a moment is averaged, for single ones vary. */
    private static final int MOMENT = 5;

    private static final int SPANS = 8;
    private static final int WINDOWS_PER_SPAN = 10;

    private final double gain;
    private final double feedback1;
    private final double feedback2;
    private double in1;
    private double in2;
    private double out1;
    private double out2;
    private final float[] moment = new float[MOMENT];
    private int windows;
    private final RecentMinimum quietest = new RecentMinimum(SPANS, WINDOWS_PER_SPAN);

    /** A band-pass filter of second order, after the cookbook formulae by R. Bristow-Johnson. */
    SpeechBand(double fromHz, double toHz) {
        double middleHz = Math.sqrt(fromHz * toHz);
        double turn = 2 * Math.PI * middleHz / LineFrame.RATE_HZ;
        double width = Math.sin(turn) * (toHz - fromHz) / (2 * middleHz);
        this.gain = width / (1 + width);
        this.feedback1 = 2 * Math.cos(turn) / (1 + width);
        this.feedback2 = (width - 1) / (1 + width);
    }

    /** Takes in {@code length} samples; whether a voice stands out in them. */
    boolean standsOut(LineFrame said, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            double in = Mulaw.decode(said.code(i));
            double out = gain * (in - in2) + feedback1 * out1 + feedback2 * out2;
            in2 = in1;
            in1 = in;
            out2 = out1;
            out1 = out;
            sum += out * out;
        }
        float power = (float) (sum / length);
        return power > STANDS_OUT * quietest.with(withThoseBefore(power));
    }

    private float withThoseBefore(float power) {
        moment[windows++ % MOMENT] = power;
        float sum = 0;
        for (float each : moment) {
            sum += each;
        }
        return sum / Math.min(windows, MOMENT);
    }
}
