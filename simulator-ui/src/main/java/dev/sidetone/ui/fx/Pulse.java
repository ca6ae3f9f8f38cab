package dev.sidetone.ui.fx;

import javafx.animation.AnimationTimer;

/** Runs something about thirty times a second on the FX thread, with the pulse that draws what it changed. */
public final class Pulse {
    private static final long PERIOD_NS = 30_000_000L;

    private final AnimationTimer timer;

    public Pulse(Runnable pull) {
        timer = new AnimationTimer() {
            private long lastNs = Long.MIN_VALUE / 2;

            @Override
            public void handle(long nowNs) {
                if (nowNs - lastNs >= PERIOD_NS) {
                    lastNs = nowNs;
                    pull.run();
                }
            }
        };
    }

    /** Begins with the next pulse. */
    public void start() {
        timer.start();
    }

    /** Ends at once. */
    public void stop() {
        timer.stop();
    }
}
