package dev.sidetone.ui.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Measures the time that the FX thread is busy with each pulse, from its first timer to the first task that can run after it, and the delay of
 * the next pulse. On the FX thread; pulses delayed by a stall of the whole machine are counted separately.
 */
final class PulseMeter {
    private static final int MOST = 200_000;
    private static final long STALL_NS = 100_000_000L;

    private final StallMonitor control;
    private final long[] busyNs = new long[MOST];
    private int pulses;
    private int ownStalls;
    private int machineStalls;
    private long lastNs;
    private final AnimationTimer timer;

    /** @param atEachPulse does what a person does, before the window draws */
    PulseMeter(StallMonitor control, LongConsumer atEachPulse) {
        this.control = control;
        timer = new AnimationTimer() {
            @Override
            public void handle(long nowNs) {
                long beganNs = System.nanoTime();
                gap(beganNs);
                atEachPulse.accept(nowNs);
                Platform.runLater(() -> busy(beganNs));
            }
        };
    }

    void start() {
        pulses = 0;
        ownStalls = 0;
        machineStalls = 0;
        lastNs = 0;
        timer.start();
    }

    void stop() {
        timer.stop();
    }

    private void gap(long nowNs) {
        if (lastNs != 0 && nowNs - lastNs > STALL_NS) {
            if (control.stoodStill(lastNs, nowNs)) {
                machineStalls++;
            } else {
                ownStalls++;
            }
        }
        lastNs = nowNs;
    }

    private void busy(long beganNs) {
        long endedNs = System.nanoTime();
        if (pulses < MOST && !control.stoodStill(beganNs, endedNs)) {
            busyNs[pulses++] = endedNs - beganNs;
        }
    }

    String report() {
        long[] sorted = Arrays.copyOf(busyNs, pulses);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%d pulses, busy p50 %.1f p99 %.1f p99.9 %.1f max %.1f ms; stalls over 100 ms: %d own, %d with the machine",
                pulses,
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 0.999),
                at(sorted, 1),
                ownStalls,
                machineStalls);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * (sorted.length - 1))] / 1e6;
    }
}
