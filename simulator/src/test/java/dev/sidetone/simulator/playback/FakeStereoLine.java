package dev.sidetone.simulator.playback;

import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.StereoLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A speaker that takes sound as fast as it comes and keeps it; it can be unplugged. For any thread. */
final class FakeStereoLine implements StereoLine {
    static final double AHEAD_MS = 40;

    private final List<Short> left = new ArrayList<>();
    private final List<Short> right = new ArrayList<>();
    private @Nullable DeviceProblem gone;
    private final CountDownLatch second = new CountDownLatch(50);
    private boolean closed;

    synchronized void unplug() {
        gone = new DeviceProblem(DeviceProblem.Kind.LOST, "The speaker is gone.", "Ask nobody.");
    }

    /** Waits until it took a second of sound. */
    boolean awaitSecond() throws InterruptedException {
        return second.await(1, TimeUnit.MINUTES);
    }

    synchronized List<Short> left() {
        return List.copyOf(left);
    }

    synchronized List<Short> right() {
        return List.copyOf(right);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void play(short[] leftSamples, short[] rightSamples) throws DeviceProblem {
        if (gone != null) {
            throw gone;
        }
        for (int i = 0; i < leftSamples.length; i++) {
            left.add(leftSamples[i]);
            right.add(rightSamples[i]);
        }
        second.countDown();
    }

    @Override
    public double aheadMs() {
        return AHEAD_MS;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
