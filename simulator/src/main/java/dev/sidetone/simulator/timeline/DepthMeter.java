package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures the depth of the playout queue over time: the deepest in each step of time, and steps twice as long whenever there are too many. Owned by
 * {@link PlayoutMeter}.
 */
final class DepthMeter {
    static final int MOST_STEPS = 240;
    private static final int BYTES_PER_MS = LineFrame.RATE_HZ / 1000;
    private static final long FIRST_STEP_NS = 100_000_000L;

    private final CallClock origin;
    private final long[] deepest = new long[MOST_STEPS];
    private long stepNs = FIRST_STEP_NS;
    private @Nullable Long fromNs;

    DepthMeter(CallClock origin) {
        this.origin = origin;
    }

    /** A stream began; of several the first counts. */
    void begin(long atNs) {
        if (fromNs == null) {
            fromNs = atNs;
        }
    }

    /** The queue held {@code bytes} at {@code atNs}. */
    void depth(long atNs, long bytes) {
        if (fromNs == null || atNs < fromNs) {
            return;
        }
        while ((atNs - fromNs) / stepNs >= MOST_STEPS) {
            doubleSteps();
        }
        int step = (int) ((atNs - fromNs) / stepNs);
        deepest[step] = Math.max(deepest[step], bytes);
    }

    private void doubleSteps() {
        for (int i = 0; i < MOST_STEPS; i++) {
            deepest[i] = 2 * i < MOST_STEPS ? Math.max(deepest[2 * i], deepest[2 * i + 1]) : 0;
        }
        stepNs *= 2;
    }

    /** The depth so far; null before a stream. */
    CallResult.@Nullable Depth depth() {
        if (fromNs == null) {
            return null;
        }
        int steps = MOST_STEPS;
        while (steps > 0 && deepest[steps - 1] == 0) {
            steps--;
        }
        List<Integer> ms = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            ms.add((int) Math.min(Integer.MAX_VALUE, deepest[i] / BYTES_PER_MS));
        }
        return new CallResult.Depth(origin.atMs(fromNs), CallClock.ms(stepNs), ms);
    }
}
