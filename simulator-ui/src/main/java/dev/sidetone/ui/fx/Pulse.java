package dev.sidetone.ui.fx;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/** Runs a task repeatedly on the FX thread, in the pulse that draws its changes. */
public final class Pulse {
    private static final long PERIOD_NS = 30_000_000L;

    private final AnimationTimer timer;

    /** Runs {@code pull} about thirty times a second. */
    public Pulse(Runnable pull) {
        this(nowNs -> pull.run(), PERIOD_NS);
    }

    private Pulse(LongConsumer pull, long periodNs) {
        timer = new AnimationTimer() {
            private long lastNs = Long.MIN_VALUE / 2;

            @Override
            public void handle(long nowNs) {
                if (nowNs - lastNs >= periodNs) {
                    lastNs = nowNs;
                    pull.accept(nowNs);
                }
            }
        };
    }

    /** Runs {@code pull} at every frame with the frame's time, ns. */
    public static Pulse everyFrame(LongConsumer pull) {
        return new Pulse(pull, 0);
    }

    /** Starts with the next pulse. */
    public void start() {
        timer.start();
    }

    /** Stops at once. */
    public void stop() {
        timer.stop();
    }
}
