package dev.sidetone.bench;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.device.DeviceProblem;
import java.util.Arrays;
import java.util.Locale;
import javax.sound.sampled.LineUnavailableException;

/**
 * Measures the delay from speaker to microphone on bare lines, and through the simulator's devices and the line's 20 ms tick. Both run in
 * alternating rounds, so that they meet the same load and every phase of card and tick. Needs a microphone that hears the speaker: {@code
 * bench/virtual-sound --loop}.
 */
public final class DeviceRoundTrip {
    private static final int ROUNDS = 10;
    private static final int CLICKS = 10;
    private static final double ALLOWED_MS = 70;
    private static final double LEAST_HEARD = 0.9;

    private DeviceRoundTrip() {}

    public static void main(String[] args) throws DeviceProblem, LineUnavailableException, InterruptedException {
        NanoClock clock = NanoClock.system();
        double[] bare = new double[ROUNDS * CLICKS];
        double[] calm = new double[ROUNDS * CLICKS];
        double[] through = new double[ROUNDS * CLICKS];
        for (int round = 0; round < ROUNDS; round++) {
            System.arraycopy(new BareRoundTrip(clock).measure(CLICKS), 0, bare, round * CLICKS, CLICKS);
            LineRoundTrip trip = new LineRoundTrip(clock);
            System.arraycopy(trip.measure(CLICKS), 0, through, round * CLICKS, CLICKS);
            System.arraycopy(trip.calm(), 0, calm, round * CLICKS, CLICKS);
        }
        requireHeard(through);
        print("bare device round trip", bare);
        print("speaker -> line loop-back -> microphone", through);
        print("  of these with no late tick before", calm);
        double more = p95OfAll(through) - p95OfAll(bare);
        System.out.printf(
                Locale.ROOT, "p95 more than bare, of all clicks: %.1f ms (allowed %.0f ms)%n", more, ALLOWED_MS);
        System.exit(more <= ALLOWED_MS ? 0 : 1);
    }

    private static void print(String what, double[] all) {
        double[] ms = heard(all);
        System.out.printf(
                Locale.ROOT,
                "%-42s n=%d (without %d)  p50 %.1f ms  p95 %.1f ms  max %.1f ms%n",
                what,
                ms.length,
                all.length - ms.length,
                percentile(ms, 50),
                percentile(ms, 95),
                percentile(ms, 100));
    }

    /** Lost clicks sort last: a p95 among them is NaN and exceeds any bound. */
    private static double p95OfAll(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
    }

    private static double percentile(double[] values, int percent) {
        double[] sorted = heard(values);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
    }

    private static double[] heard(double[] all) {
        double[] heard = Arrays.stream(all).filter(ms -> !Double.isNaN(ms)).toArray();
        if (heard.length == 0) {
            throw new IllegalStateException("nothing to judge: the machine paused before every click");
        }
        return heard;
    }

    private static void requireHeard(double[] all) {
        if (heard(all).length < all.length * LEAST_HEARD) {
            throw new IllegalStateException("clicks were not heard: does the microphone hear the speaker?");
        }
    }
}
