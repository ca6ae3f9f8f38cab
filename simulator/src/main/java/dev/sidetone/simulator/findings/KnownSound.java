package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.SpeechEnergy;
import java.util.Arrays;

/** A piece of speech from its first to its last audible 10 ms: its samples and the level of each 10 ms. Immutable, for any thread. */
final class KnownSound {
    private static final int WINDOW = SpeechEnergy.WINDOW;
    private static final float QUIETEST_DBM0 = -45;

    private final short[] samples;
    private final float[] levels;

    private KnownSound(short[] samples, float[] levels) {
        this.samples = samples;
        this.levels = levels;
    }

    /** Of mu-law as it goes over the line. Has no samples where nothing is audible. */
    static KnownSound of(byte[] mulaw) {
        int windows = mulaw.length / WINDOW;
        float[] levels = new float[windows];
        int first = windows;
        int last = -1;
        for (int i = 0; i < windows; i++) {
            levels[i] = Math.max(QUIETEST_DBM0, SpeechEnergy.dbm0(mulaw, i * WINDOW, WINDOW));
            if (SpeechEnergy.isAudible(levels[i])) {
                first = Math.min(first, i);
                last = i;
            }
        }
        int end = Math.max(first, last + 1);
        byte[] audible = Arrays.copyOfRange(mulaw, first * WINDOW, end * WINDOW);
        short[] samples = new short[audible.length];
        Mulaw.decode(audible, samples);
        return new KnownSound(samples, Arrays.copyOfRange(levels, first, end));
    }

    int windows() {
        return levels.length;
    }

    /** The number of windows of this sound when played {@code speed} times as fast. */
    int windowsAt(double speed) {
        return (int) (levels.length / speed);
    }

    /** Window {@code i} of this when it is played {@code speed} times as fast. */
    float level(int i, double speed) {
        return levels[Math.min(levels.length - 1, (int) (i * speed))];
    }

    /** Sample {@code i} of this when it is played {@code speed} times as fast; silence outside of it. */
    double sample(int i, double speed) {
        return speed <= 1 ? between(i * speed) : mean((int) Math.round(i * speed), (int) Math.round(speed));
    }

    private double between(double place) {
        int before = (int) Math.floor(place);
        double share = place - before;
        return at(before) * (1 - share) + at(before + 1) * share;
    }

    private double mean(int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += at(i);
        }
        return sum / count;
    }

    private double at(int i) {
        return i < 0 || i >= samples.length ? 0 : samples[i];
    }

    /** The index at which the loudest {@code windows} of the first {@code among} begin. */
    int loudest(int windows, int among) {
        double sum = 0;
        double best = Double.NEGATIVE_INFINITY;
        int place = 0;
        for (int end = 0; end < among; end++) {
            sum += levels[end] - (end >= windows ? levels[end - windows] : 0);
            if (end >= windows - 1 && sum > best) {
                best = sum;
                place = end - windows + 1;
            }
        }
        return place;
    }

    @Override
    public String toString() {
        return "KnownSound[" + samples.length * 1000 / LineFrame.RATE_HZ + " ms]";
    }
}
