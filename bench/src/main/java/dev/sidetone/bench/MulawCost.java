package dev.sidetone.bench;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.time.NanoClock;
import java.util.Arrays;
import java.util.Random;

/** Measures the time to decode and encode one line frame beside a bare copy of its bytes; medians over rounds after a warm-up. */
public final class MulawCost {
    private static final int ROUNDS = 41;
    private static final int FRAMES = 200_000;

    private MulawCost() {}

    public static void main(String[] arguments) {
        byte[] codes = new byte[LineFrame.BYTES];
        new Random(7).nextBytes(codes);
        byte[] copy = new byte[LineFrame.BYTES];
        short[] samples = new short[LineFrame.BYTES];
        double codecNs = medianNs(() -> {
            Mulaw.decode(codes, samples);
            Mulaw.encode(samples, codes);
        });
        double copyNs = medianNs(() -> System.arraycopy(codes, 0, copy, 0, LineFrame.BYTES));
        System.out.printf("decode + encode  %.3f us a frame (at most 0.5)%n", codecNs / 1000);
        System.out.printf("bare copy        %.3f us a frame%n", copyNs / 1000);
        System.out.printf("one second of one call, both ways: %.1f us%n", codecNs * 50 * 2 / 1000);
    }

    private static double medianNs(Runnable frame) {
        NanoClock clock = NanoClock.system();
        double[] perFrameNs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long startNs = clock.nowNs();
            for (int i = 0; i < FRAMES; i++) {
                frame.run();
            }
            perFrameNs[round] = (clock.nowNs() - startNs) / (double) FRAMES;
        }
        double[] warm = Arrays.copyOfRange(perFrameNs, ROUNDS / 3, ROUNDS);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }
}
